package consular.cases.domain.opinions;

import consular.cases.domain.law.Cause;
import consular.cases.domain.law.Periods;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.FindingStatus;
import consular.cases.domain.refusals.Refusal;
import consular.cases.domain.refusals.RefusalId;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A request for an advisory opinion and its answer.
 *
 * @param refusalId the refusal of that finding, or the one that a reviewer referred
 * @param findingId the 221(g) finding that it was asked on; null when a reviewer referred the case
 * @param referred the grounds on which the refusal rested when a reviewer referred it; empty otherwise, and of a 221(g) refusal
 * @param followUpOn the legal day of the next follow-up, not rolled to a working day; once answered,
 *     of the one that was next
 */
public record AdvisoryOpinion(
        AdvisoryOpinionId advisoryOpinionId,
        ApplicantId applicantId,
        RefusalId refusalId,
        @Nullable FindingId findingId,
        List<String> referred,
        OpinionOrigin origin,
        OpinionState state,
        LocalDate requestedOn,
        LocalDate followUpOn,
        @Nullable ReceivedOpinion received,
        Cause cause) {

    public AdvisoryOpinion {
        referred = List.copyOf(referred);
    }

    /** The provisions that the answer names: its own, else those that were referred; empty if it names none and none was. */
    public List<String> named() {
        var ground = received == null ? null : received.ground();
        return ground == null ? referred : List.of(ground);
    }

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
        return awaited.with(OpinionState.WITHDRAWN, null);
    }

    public AdvisoryOpinion followUpNextOn(LocalDate next) {
        return new AdvisoryOpinion(
                advisoryOpinionId,
                applicantId,
                refusalId,
                findingId,
                referred,
                origin,
                state,
                requestedOn,
                next,
                received,
                cause);
    }

    public AdvisoryOpinion receive(ReceivedOpinion answer) {
        return with(OpinionState.RECEIVED, answer);
    }

    public AdvisoryOpinion resubmit() {
        return received == null ? this : with(state, received.resubmit());
    }

    /** What was found in a refusal on the applicant says what an answer that came before it means. */
    public AdvisoryOpinion found(Refusal refusal) {
        return found(refusal, _ -> true);
    }

    /** What a reviewer referred says what the answer means, but for what has been reversed meanwhile. */
    public AdvisoryOpinion foundInWhatWasReferred(Refusal refusal) {
        return found(refusal, finding -> referred.contains(finding.entered().ground()));
    }

    private AdvisoryOpinion found(Refusal refusal, Predicate<Finding> counts) {
        return received == null ? this : with(state, received.found(refusal, counts));
    }

    /** What was found was found again on its own ground. */
    public AdvisoryOpinion foundAnew(Refusal refusal, List<FindingId> superseded, RefusalId anew) {
        return received == null ? this : with(state, received.foundAnew(refusal, superseded, anew));
    }

    /** What was found in a refusal was wrong. */
    public AdvisoryOpinion reversed(Refusal refusal) {
        return received == null ? this : with(state, received.reversed(refusal));
    }

    /** A later opinion has been received that speaks of some of the same; an adverse one takes nothing back. */
    public AdvisoryOpinion answeredBy(AdvisoryOpinion later, Predicate<Provision> speaksOf) {
        return received == null || later.received == null || later.received.isAdverse()
                ? this
                : with(state, received.answered(later.advisoryOpinionId, speaksOf));
    }

    /** Acted upon: the officer has decided since it was received. */
    public AdvisoryOpinion act() {
        return state == OpinionState.RECEIVED ? with(OpinionState.ACTED, received) : this;
    }

    private AdvisoryOpinion with(OpinionState next, @Nullable ReceivedOpinion answer) {
        return new AdvisoryOpinion(
                advisoryOpinionId,
                applicantId,
                refusalId,
                findingId,
                referred,
                origin,
                next,
                requestedOn,
                followUpOn,
                answer,
                cause);
    }
}
