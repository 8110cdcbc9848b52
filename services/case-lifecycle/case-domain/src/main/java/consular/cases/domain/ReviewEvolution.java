package consular.cases.domain;

import consular.cases.domain.CaseEvent.RefusalReversedByAdjudicator;
import consular.cases.domain.CaseEvent.RefusalReversedBySupervisor;
import consular.cases.domain.CaseEvent.ReviewConsultationRecorded;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.FindingStatus;
import consular.cases.domain.refusals.RefusalId;
import consular.cases.domain.refusals.Review;
import consular.cases.domain.refusals.ReviewClass;
import consular.cases.domain.refusals.ReviewState;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;

/** How the reviews of refusals and issuances change. */
final class ReviewEvolution {
    private ReviewEvolution() {}

    static CaseFile review(CaseFile file, RefusalId refusalId, UnaryOperator<Review> change) {
        return file.mapRefusal(refusalId, refusal -> refusal.withReview(change.apply(refusal.review())));
    }

    /** The day of an act on a refusal, in the zone of the post that refused. */
    static LocalDate day(CaseFile file, RefusalId refusalId, Stamp stamp) {
        return file.refusal(refusalId)
                .map(refusal -> refusal.cause().dayOf(stamp.effectiveAt()))
                .orElseGet(() -> stamp.dayIn(file.zone()));
    }

    static CaseFile reversedBySupervisor(CaseFile file, RefusalReversedBySupervisor event, Stamp stamp) {
        OfficerId supervisor = event.reviewer();
        return review(
                        reversed(file, event.refusalId(), event.applicantId(), event.findingIds(), stamp),
                        event.refusalId(),
                        it -> it.close(ReviewState.REVERSED, supervisor, day(file, event.refusalId(), stamp)))
                .mapApplicant(event.applicantId(), it -> it.withResponsible(supervisor));
    }

    static CaseFile reversedByAdjudicator(CaseFile file, RefusalReversedByAdjudicator event, Stamp stamp) {
        return review(
                reversed(file, event.refusalId(), event.applicantId(), event.findingIds(), stamp),
                event.refusalId(),
                it -> it.resolve(day(file, event.refusalId(), stamp)));
    }

    private static CaseFile reversed(
            CaseFile file, RefusalId refusalId, ApplicantId applicantId, List<FindingId> findingIds, Stamp stamp) {
        return OpinionEvolution.reversed(
                ApplicationEvolution.close(file, applicantId, findingIds, FindingStatus.REVERSED, stamp), refusalId);
    }

    static CaseFile consulted(CaseFile file, ReviewConsultationRecorded event, Stamp stamp) {
        var refusalId = event.refusalId();
        var applicantId = event.applicantId();
        var reviewed = refusalId == null
                ? file
                : review(
                        file,
                        refusalId,
                        it -> it.reviewClass() == ReviewClass.CONSULTATIVE
                                        && !it.state().isClosed()
                                ? it.close(ReviewState.CONSULTED, event.reviewer(), day(file, refusalId, stamp))
                                : it);
        return applicantId == null
                ? reviewed
                : reviewed.mapApplicant(applicantId, it -> consulted(it, event.reviewer(), stamp));
    }

    /** On the day that it is at the post that issued. */
    private static Applicant consulted(Applicant applicant, OfficerId reviewer, Stamp stamp) {
        var issuance = applicant.issuance();
        return issuance == null
                ? applicant
                : applicant.reviewIssuance(
                        it -> it.close(ReviewState.CONSULTED, reviewer, stamp.dayIn(issuance.zone())));
    }
}
