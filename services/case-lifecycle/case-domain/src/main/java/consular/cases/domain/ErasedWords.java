package consular.cases.domain;

import static consular.cases.domain.law.RejectionCode.ERASED;
import static consular.cases.domain.privacy.ErasedText.STAND_IN;
import static consular.cases.domain.privacy.ErasedText.isReasonInOwnWords;
import static consular.cases.domain.privacy.ErasedText.orStandIn;

import consular.cases.domain.CaseCommand.Refuse214b;
import consular.cases.domain.CaseCommand.Refuse221g;
import consular.cases.domain.CaseCommand.RefuseIneligible;
import consular.cases.domain.CaseCommand.ReinstateRegistration;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.ineligibility.AnnotationParser;
import consular.cases.domain.ineligibility.ParsedAnnotation.Recognised;
import consular.cases.domain.ineligibility.RefusalReason;
import consular.cases.domain.lists.Lists;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Nothing more is kept in words of somebody whose data was erased, and yet the case goes on to its end: where words are
 * required, a fixed sentence stands in their place.
 */
final class ErasedWords {
    private ErasedWords() {}

    /** The decider, as it decides of whoever was not erased. */
    interface Judge {
        Decision decide(CaseCommand.ByPerson command, CaseFile file, CommandContext context);
    }

    /** Decides as {@code judge} does; what stands in the way of that is told first. */
    static Decision decide(CaseCommand.ByPerson command, CaseFile file, CommandContext context, Judge judge) {
        if (!file.personal().isAnythingErased()) {
            return judge.decide(command, file, context);
        }
        var words = CommandWords.of(command, file);
        if (!words.areAboutTheErased(file.personal())) {
            return withoutReasons(judge.decide(command, file, context), file);
        }
        var decision = judge.decide(filled(command), file, filled(context, file));
        return decision instanceof Decision.Accepted
                        && (words.inOwnWords() || isReasonInOwnWords(context.lateEntryReason()))
                ? Act.reject(
                        ERASED,
                        "nothing is kept in words of somebody whose data was erased: leave the words out; where they"
                                + " are required, say \"" + STAND_IN + "\"")
                : withoutReasons(decision, file);
    }

    /** With the sentence wherever words may be left out of the body and the law wants some. */
    private static CaseCommand.ByPerson filled(CaseCommand.ByPerson command) {
        return switch (command) {
            case Refuse221g c
            when c.reasons() != null ->
                new Refuse221g(c.applicantId(), Lists.map(c.reasons(), ErasedWords::filled), c.straightforward());
            case RefuseIneligible c
            when c.grounds() != null ->
                new RefuseIneligible(
                        c.applicantId(),
                        Lists.map(c.grounds(), ErasedWords::filled),
                        c.straightforward(),
                        c.missingDocuments());
            case Refuse214b c -> new Refuse214b(c.applicantId(), orStandIn(c.factualBasis()));
            case ReinstateRegistration c -> new ReinstateRegistration(orStandIn(c.beyondControlFinding()));
            case CaseCommand.ByPerson other -> other;
        };
    }

    private static ReasonGiven filled(ReasonGiven given) {
        return AnnotationParser.parse(given.annotation()) instanceof Recognised recognised
                        && recognised.reason() == RefusalReason.OTHER
                ? new ReasonGiven(given.annotation(), given.processing(), orStandIn(given.note()), given.cfrTrigger())
                : given;
    }

    private static GroundGiven filled(GroundGiven given) {
        return new GroundGiven(
                given.ground(),
                orStandIn(given.factualBasis()),
                given.curableByEvidence(),
                given.waiverAvailable(),
                given.classified());
    }

    private static CommandContext filled(CommandContext context, CaseFile file) {
        var zone = file.zone();
        var isLate = LocalDate.ofInstant(context.actEffectiveAt(), zone)
                .isBefore(LocalDate.ofInstant(context.recordedAt(), zone));
        return isLate ? context.explained(orStandIn(context.lateEntryReason())) : context;
    }

    /** The reason for a late entry stands beside each event of the act, also where that one is about somebody else. */
    private static Decision withoutReasons(Decision decision, CaseFile file) {
        if (!(decision instanceof Decision.Accepted(var lines))) {
            return decision;
        }
        CaseState state = file;
        var kept = new ArrayList<RecordedEvent>(lines.size());
        for (var line : lines) {
            state = CaseDecider.evolve(state, line.event(), line.stamp());
            kept.add(
                    isReasonInOwnWords(line.stamp().lateEntryReason()) && isAboutTheErased(line.event(), state, file)
                            ? new RecordedEvent(line.event(), line.stamp().explained(STAND_IN))
                            : line);
        }
        return new Decision.Accepted(List.copyOf(kept));
    }

    /** An erasure that the act itself orders is carried out later, so the record before it counts. */
    private static boolean isAboutTheErased(CaseEvent event, CaseState after, CaseFile before) {
        if (!(after instanceof CaseFile file)) {
            return false;
        }
        return EventSubjects.of(event, file)
                .map(before.personal()::isErased)
                .orElseGet(() -> before.personal().ofTheCase() != null);
    }
}
