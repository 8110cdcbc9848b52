package consular.cases.application;

import static java.nio.charset.StandardCharsets.UTF_8;

import consular.cases.domain.CaseCommand;
import consular.cases.domain.CaseCommand.AddCaseNote;
import consular.cases.domain.CaseCommand.AnswerInquiry;
import consular.cases.domain.CaseCommand.ByPerson;
import consular.cases.domain.CaseCommand.ErasePersonalData;
import consular.cases.domain.CaseCommand.LiftLegalHold;
import consular.cases.domain.CaseCommand.NotifyVisaAvailability;
import consular.cases.domain.CaseCommand.PresentEvidence;
import consular.cases.domain.CaseCommand.RecordCounsel;
import consular.cases.domain.CaseCommand.RecordDocumentConsent;
import consular.cases.domain.CaseCommand.RecordFollowUpAnswer;
import consular.cases.domain.CaseCommand.RecordFollowUpPackage;
import consular.cases.domain.CaseCommand.RecordMissedInterview;
import consular.cases.domain.CaseCommand.RecordRetrogression;
import consular.cases.domain.CaseCommand.RestoreAvailability;
import java.util.Set;
import org.axonframework.messaging.Message;
import org.axonframework.serialization.Serializer;
import org.springframework.util.unit.DataSize;

/**
 * How much one case may have in it. Whoever reads a case, decides on it or projects it has all its events in memory, so a case that
 * somebody lets grow without end would take down every node. What a file of paper holds is far below.
 *
 * <p>What time brings about is never held up, nor is what CLASS answers, or an erasure and the end of a hold on it. What only adds
 * words has half of it, and what intake can record again and again three quarters: notes keep no evidence out, and evidence no
 * decision.
 */
final class CaseBudget {
    /** Quarters. */
    private static final int ALL = 4;

    private static final Set<Class<? extends ByPerson>> NEVER_HELD_UP =
            Set.of(ErasePersonalData.class, LiftLegalHold.class);
    private static final Set<Class<? extends ByPerson>> WORDS =
            Set.of(AddCaseNote.class, AnswerInquiry.class, RecordCounsel.class);
    private static final Set<Class<? extends ByPerson>> RECORDS = Set.of(
            NotifyVisaAvailability.class,
            PresentEvidence.class,
            RecordDocumentConsent.class,
            RecordFollowUpAnswer.class,
            RecordFollowUpPackage.class,
            RecordMissedInterview.class,
            RecordRetrogression.class,
            RestoreAvailability.class);

    private final long events;
    private final long bytes;
    private final Serializer serializer;

    /**
     * A budget for every case.
     *
     * @param events how many of them
     * @param bytes how long what they say may be together, as it is stored but in the clear
     * @param serializer by which events are stored
     */
    CaseBudget(long events, DataSize bytes, Serializer serializer) {
        if (events < 1 || bytes.toBytes() < 1) {
            throw new IllegalArgumentException("consular.case-budget.events and .bytes must be at least 1");
        }
        this.events = events;
        this.bytes = bytes.toBytes();
        this.serializer = serializer;
    }

    /** How long an event's own words are, and those with which it was entered late. One that was read is not written again to tell. */
    long size(Message<?> event) {
        long size = event.serializePayload(serializer, byte[].class).getData().length;
        return event.getMetaData().get(Stamps.LATE_ENTRY_REASON) instanceof String reason
                ? size + reason.getBytes(UTF_8).length
                : size;
    }

    /**
     * Makes sure that a command may append more to a case. What it appends may go beyond the budget, once.
     *
     * @param present how many events the case has
     * @param size how long they are together
     * @throws CommandFailure.CaseFull if there is no room
     */
    void ensureRoom(CaseCommand command, long present, long size) {
        if (!hasRoom(command, present, size)) {
            throw new CommandFailure.CaseFull();
        }
    }

    /** Whether a command may append more to a case, as {@link #ensureRoom}. */
    boolean hasRoom(CaseCommand command, long present, long size) {
        if (!(command instanceof ByPerson) || NEVER_HELD_UP.contains(command.getClass())) {
            return true;
        }
        var quarters = quarters(command);
        return present < Math.ceilDiv(events * quarters, ALL) && size < Math.ceilDiv(bytes * quarters, ALL);
    }

    private static int quarters(CaseCommand command) {
        if (WORDS.contains(command.getClass())) {
            return 2;
        }
        return RECORDS.contains(command.getClass()) ? 3 : ALL;
    }
}
