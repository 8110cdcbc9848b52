package consular.cases.domain;

import consular.cases.domain.opinions.AdvisoryOpinionId;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.RefusalId;
import consular.cases.domain.registration.NoticeIssuer;
import consular.cases.domain.registration.TerminationKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** An event that the passing of time brought about. */
public sealed interface EventByTime extends CaseEvent {
    record DecisionOverdue(ApplicantId applicantId, LocalDate decisionDue) implements EventByTime {}

    record ReviewOverdue(RefusalId refusalId, LocalDate reviewDeadline) implements EventByTime {}

    record NoticeOverdue(RefusalId refusalId, LocalDate dueOn) implements EventByTime {}

    /** The documents may not be kept after {@code lastDay}; those unrelated to the refusal go back. */
    record DocumentReturnDue(RefusalId refusalId, LocalDate lastDay) implements EventByTime {}

    record FeeWindowClosed(ApplicantId applicantId, LocalDate feeWindowEnd) implements EventByTime {}

    record AdvisoryOpinionFollowUpDue(
            AdvisoryOpinionId advisoryOpinionId, LocalDate followUpOn, LocalDate nextFollowUpOn)
            implements EventByTime {}

    /** The last day of a medical deferral has passed, and no result has come. The finding stands as it did. */
    record MedicalDeferralEnded(ApplicantId applicantId, FindingId findingId, LocalDate until) implements EventByTime {}

    /**
     * A warning that the registration will be terminated.
     *
     * @param terminateFrom the day after the last in time, which a medical deferral may have moved
     * @param warning which of the warnings of this clock it is, from 1; whatever was due before it went out with it
     */
    record TerminationWarningSent(TerminationKind kind, LocalDate anchor, LocalDate terminateFrom, int warning)
            implements EventByTime {}

    record RegistrationTerminated(
            TerminationKind kind,
            LocalDate anchor,
            LocalDate terminatedOn,
            LocalDate reinstateBy,
            @Nullable LocalDate statutoryReinstateBy)
            implements EventByTime {}

    /** A nonimmigrant filed nothing of what was asked for, until the last day of the year. */
    record ApplicationLapsed(ApplicantId applicantId, LocalDate lastDay, LocalDate lapsedOn) implements EventByTime {}

    record TerminationNoticeIssued(NoticeIssuer issuer) implements EventByTime {}

    record PetitionRevokedAutomatically(String receiptNumber) implements EventByTime {}

    /** The last day for reinstatement has passed; the termination is final. */
    record ReinstatementWindowClosed(LocalDate lastDay) implements EventByTime {}
}
