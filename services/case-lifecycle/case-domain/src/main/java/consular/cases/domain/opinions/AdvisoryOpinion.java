package consular.cases.domain.opinions;

import consular.cases.domain.law.Cause;
import consular.cases.domain.law.Periods;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.FindingStatus;
import consular.cases.domain.refusals.RefusalId;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A request for an advisory opinion and its answer.
 *
 * @param refusalId the refusal of that finding, or the one that a reviewer referred
 * @param findingId the 221(g) finding that it was asked on; null when a reviewer referred the case
 * @param followUpOn the legal day of the next follow-up, not rolled to a working day; once answered,
 *     of the one that was next
 */
public record AdvisoryOpinion(
        AdvisoryOpinionId advisoryOpinionId,
        ApplicantId applicantId,
        RefusalId refusalId,
        @Nullable FindingId findingId,
        OpinionOrigin origin,
        OpinionState state,
        LocalDate requestedOn,
        LocalDate followUpOn,
        @Nullable ReceivedOpinion received,
        Cause cause) {

    public boolean isOpen() {
        return state == OpinionState.REQUESTED;
    }

    /** Whether it was awaited for so long that it is not followed up any more. */
    public boolean isForgotten() {
        return followUpOn.isAfter(requestedOn.plusYears(Periods.FOLLOW_UP_YEARS));
    }

    /** Whether both were asked on one finding, or one of them on the refusal that the other was asked on. */
    public boolean isAskedOnTheSameAs(AdvisoryOpinion other) {
        return (findingId == null || other.findingId == null)
                ? refusalId.equals(other.refusalId)
                : findingId.equals(other.findingId);
    }

    /** Whether a finding was waived, and not before the day of the request: that day at the post that asked. */
    public boolean isWaivedSinceAsked(Finding finding) {
        var closing = finding.closing();
        return finding.status() == FindingStatus.WAIVED
                && closing != null
                && !cause.dayOf(closing.at()).isBefore(requestedOn);
    }

    /** The legal day of the next follow-up; null once answered. */
    public @Nullable LocalDate nextFollowUpOn() {
        return isOpen() ? followUpOn : null;
    }

    /** No longer awaited, because the applicant withdrew. */
    public static AdvisoryOpinion withdrawn(AdvisoryOpinion awaited) {
        return new AdvisoryOpinion(
                awaited.advisoryOpinionId,
                awaited.applicantId,
                awaited.refusalId,
                awaited.findingId,
                awaited.origin,
                OpinionState.WITHDRAWN,
                awaited.requestedOn,
                awaited.followUpOn,
                null,
                awaited.cause);
    }

    public AdvisoryOpinion followUpNextOn(LocalDate next) {
        return new AdvisoryOpinion(
                advisoryOpinionId,
                applicantId,
                refusalId,
                findingId,
                origin,
                state,
                requestedOn,
                next,
                received,
                cause);
    }

    public AdvisoryOpinion receive(ReceivedOpinion answer) {
        return new AdvisoryOpinion(
                advisoryOpinionId,
                applicantId,
                refusalId,
                findingId,
                origin,
                OpinionState.RECEIVED,
                requestedOn,
                followUpOn,
                answer,
                cause);
    }

    public AdvisoryOpinion resubmit() {
        var answer = received;
        return answer == null
                ? this
                : new AdvisoryOpinion(
                        advisoryOpinionId,
                        applicantId,
                        refusalId,
                        findingId,
                        origin,
                        state,
                        requestedOn,
                        followUpOn,
                        answer.resubmit(),
                        cause);
    }

    /** Acted upon: the officer has decided since it was received. */
    public AdvisoryOpinion act() {
        return state == OpinionState.RECEIVED
                ? new AdvisoryOpinion(
                        advisoryOpinionId,
                        applicantId,
                        refusalId,
                        findingId,
                        origin,
                        OpinionState.ACTED,
                        requestedOn,
                        followUpOn,
                        received,
                        cause)
                : this;
    }
}
