package consular.cases.domain.quasirefusals;

import static consular.cases.domain.law.RejectionCode.ALREADY_FORMAL;
import static consular.cases.domain.law.RejectionCode.ERASED;
import static consular.cases.domain.law.RejectionCode.NOT_EXECUTED;
import static consular.cases.domain.law.Rule.*;
import static consular.cases.domain.quasirefusals.QuasiRefusalDecider.line;
import static consular.cases.domain.quasirefusals.QuasiRefusalDecider.reject;

import consular.cases.domain.inquiries.OneLine;
import consular.cases.domain.law.RuleSet;
import consular.cases.domain.law.TimeOfAct;
import consular.cases.domain.privacy.ErasedText;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand.ErasePersonalData;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand.LinkApplication;
import consular.cases.domain.quasirefusals.QuasiRefusalDecision.Accepted;
import consular.cases.domain.quasirefusals.QuasiRefusalDecision.Malformed;
import consular.cases.domain.quasirefusals.QuasiRefusalDecision.Rejected;
import consular.cases.domain.quasirefusals.QuasiRefusalDecision.Stale;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.FormalApplicationLinked;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.InquirerDataErased;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.LookoutAcknowledged;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What can be done about an inquiry once it is on record. */
final class ActsOnAnInquiry {
    private ActsOnAnInquiry() {}

    static QuasiRefusalDecision link(LinkApplication command, QuasiRefusal inquiry, QuasiRefusalContext context) {
        var application = context.application();
        if (application == null) {
            return new Malformed("/applicantId", QuasiRefusalDecider.NO_SUCH_APPLICANT);
        }
        var time = time(inquiry, context);
        return untimely(time, inquiry, context).orElseGet(() -> {
            if (inquiry.stage() == QuasiRefusalStage.FORMAL_APPLICATION) {
                return reject(ALREADY_FORMAL, "an application is linked already; what follows is decided in its case");
            }
            var day = day(time, inquiry);
            var executedOn = application.executedOn();
            if (executedOn == null || executedOn.isAfter(day)) {
                return reject(NOT_EXECUTED, "the applicant has not executed an application in that case by then");
            }
            var received = inquiry.received();
            var linked = new FormalApplicationLinked(
                    received.quasiRefusalId(), received.post(), command.caseId(), command.applicantId(), executedOn);
            return wordsOfTheErased(inquiry, context)
                    .orElseGet(() -> new Accepted(
                            List.of(line(linked, NO_INFORMAL_REFUSAL_AFTER_APPLICATION)),
                            time,
                            RuleSet.inForceOn(day)));
        });
    }

    /** A hold is placed on applicants only, so none stands in the way. */
    static QuasiRefusalDecision erase(ErasePersonalData command, QuasiRefusal inquiry, QuasiRefusalContext context) {
        if (!OneLine.isReference(command.authority())) {
            return new Malformed(
                    "/authority",
                    "an authority is one line of at most %d characters, without control characters"
                            .formatted(OneLine.GREATEST_LENGTH));
        }
        var time = time(inquiry, context);
        return untimely(time, inquiry, context).orElseGet(() -> {
            var done = inquiry.erased();
            if (done != null && !command.level().exceeds(done)) {
                return reject(ERASED, "the data was erased already, at this level or a higher one");
            }
            var received = inquiry.received();
            var erased = new InquirerDataErased(
                    received.quasiRefusalId(), received.post(), command.level(), command.authority());
            return wordsOfTheErased(inquiry, context)
                    .orElseGet(() -> new Accepted(
                            List.of(line(erased, VISA_RECORDS_ARE_CONFIDENTIAL)),
                            time,
                            RuleSet.inForceOn(day(time, inquiry))));
        });
    }

    static QuasiRefusalDecision acknowledge(QuasiRefusal inquiry, QuasiRefusalContext context) {
        // also after an erasure, before which it may have been sent
        if (inquiry.lookout() == null || inquiry.acknowledged() != null) {
            return new Malformed("", "no lookout waits for its acknowledgement");
        }
        var received = inquiry.received();
        var time = TimeOfAct.settled(null, context.recordedAt(), null, inquiry.orderedUntil());
        var acknowledged = line(
                new LookoutAcknowledged(received.quasiRefusalId(), received.post()),
                QUASI_REFUSAL_IS_NOT_REPORTED,
                HARD_ENTRY_NEEDS_A_FORMAL_REFUSAL);
        return new Accepted(List.of(acknowledged), time, RuleSet.inForceOn(day(time, inquiry)));
    }

    /** Of whoever was erased, a fixed sentence stands for the reason of a late entry. */
    private static TimeOfAct time(QuasiRefusal inquiry, QuasiRefusalContext context) {
        var time = TimeOfAct.settled(
                context.effectiveAt(), context.recordedAt(), context.lateEntryReason(), inquiry.orderedUntil());
        return inquiry.erased() == null
                ? time
                : time.explainedIfLate(inquiry.received().zone(), ErasedText.STAND_IN);
    }

    private static LocalDate day(TimeOfAct time, QuasiRefusal inquiry) {
        return time.effectiveAt().atZone(inquiry.received().zone()).toLocalDate();
    }

    private static Optional<QuasiRefusalDecision> untimely(
            TimeOfAct time, QuasiRefusal inquiry, QuasiRefusalContext context) {
        var zone = inquiry.received().zone();
        var outside = QuasiRefusalDecider.outside(time, zone);
        if (outside.isPresent()) {
            return outside;
        }
        var expected = context.expectedVersion();
        if (expected != null && expected != inquiry.version()) {
            return Optional.of(new Stale(expected, inquiry.version()));
        }
        return time.objection(zone, inquiry.orderedUntil()).map(Rejected::new);
    }

    private static Optional<QuasiRefusalDecision> wordsOfTheErased(QuasiRefusal inquiry, QuasiRefusalContext context) {
        return inquiry.erased() != null && ErasedText.isReasonInOwnWords(context.lateEntryReason())
                ? Optional.of(reject(
                        ERASED,
                        "nothing is kept in words of somebody whose data was erased: leave lateEntryReason out"))
                : Optional.empty();
    }
}
