package consular.cases.domain;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.FamilyRole;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An applicant and the application.
 *
 * @param decisionDue the last day in time for the latest decision that was due
 * @param decisionOverdue whether that day has passed and the application is undecided still
 * @param feeStatus null before execution
 * @param annotationRequired what a visa would have to say now
 * @param revalidationLost whether automatic revalidation is lost, as it is by any application
 * @param refusals oldest first
 * @param issuanceReview the review of the visa; null before it is issued
 */
public record ApplicantView(
        ApplicantId applicantId,
        FamilyRole role,
        ApplicationState state,
        @Nullable LocalDate executedOn,
        @Nullable LocalDate decisionDue,
        boolean decisionOverdue,
        @Nullable FeeStatus feeStatus,
        @Nullable VisaAnnotation annotationRequired,
        boolean revalidationLost,
        List<RefusalView> refusals,
        @Nullable ReviewView issuanceReview) {

    static ApplicantView of(Applicant applicant, CaseFile file) {
        var decision = applicant.decision();
        var issuance = applicant.issuance();
        return new ApplicantView(
                applicant.applicantId(),
                applicant.person().role(),
                applicant.state(),
                applicant.executedOn(),
                decision == null ? null : decision.due(),
                decision != null && decision.overdue() && applicant.state().awaitsDecision(),
                FeeWindowClock.feeStatus(file, applicant).orElse(null),
                applicant.annotationRequired().orElse(null),
                applicant.executedOn() != null,
                applicant.refusals().stream().map(RefusalView::of).toList(),
                issuance == null ? null : ReviewView.of(issuance.review()));
    }
}
