package consular.cases.application;

import consular.cases.domain.CaseCommand.AcknowledgeClassEntry;
import consular.cases.domain.CaseDecider;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.CaseState.NotRegistered;
import consular.cases.domain.RecordedEvent;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.refusals.Refusal;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Sends the entries of refusals to CLASS, and records each acknowledgement with an ordinary command. */
final class ClassSender extends ClassRounds {
    private final ClassOutbox outbox;
    private final CaseHistory history;
    private final CaseCommands commands;

    ClassSender(
            @Nullable ClassGateway gateway,
            ClassOutbox outbox,
            CaseHistory history,
            CaseCommands commands,
            MeterRegistry registry,
            Duration pause) {
        super(
                "class-sender",
                gateway,
                pause,
                registry,
                "consular.class.waiting",
                "cases with a message for CLASS that has not been acknowledged");
        this.outbox = outbox;
        this.history = history;
        this.commands = commands;
    }

    @Override
    int send(int most, ClassGateway door) {
        return outbox.takeUnsent(most, caseId -> send(caseId, door));
    }

    @Override
    long count() {
        return outbox.countUnsent();
    }

    private void send(CaseId caseId, ClassGateway door) {
        var file = fold(caseId);
        file.refusals().forEach(refusal -> send(file, refusal, door));
    }

    private void send(CaseFile file, Refusal refusal, ClassGateway door) {
        refusal.classEntry().unsent().ifPresent(message -> {
            door.send(ClassRecord.of(file, refusal, message));
            commands.submit(new Submission(
                    new AcknowledgeClassEntry(refusal.refusalId(), message),
                    file.caseId(),
                    Actor.SERVICE,
                    null,
                    null,
                    null,
                    null));
        });
    }

    private CaseFile fold(CaseId caseId) {
        var lines = history.of(caseId).stream()
                .map(stored -> new RecordedEvent(stored.event(), stored.stamp()))
                .toList();
        return switch (CaseDecider.fold(lines)) {
            case CaseFile file -> file;
            case NotRegistered _ -> throw new IllegalStateException("the outbox has a case without a history");
        };
    }
}
