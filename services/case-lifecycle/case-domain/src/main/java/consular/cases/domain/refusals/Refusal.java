package consular.cases.domain.refusals;

import consular.cases.domain.ineligibility.FileCategory;
import consular.cases.domain.law.Cause;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.OfficerId;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;

/** A refusal: an officer's decision on one applicant, on one or more findings. */
public record Refusal(
        RefusalId refusalId,
        ApplicantId applicantId,
        LocalDate refusedOn,
        OfficerId officer,
        boolean straightforward,
        FileCategory fileCategory,
        Review review,
        List<Finding> findings,
        Cause cause) {

    public Refusal {
        findings = List.copyOf(findings);
    }

    public Refusal withReview(Review next) {
        return new Refusal(
                refusalId, applicantId, refusedOn, officer, straightforward, fileCategory, next, findings, cause);
    }

    public Refusal mapFindings(UnaryOperator<Finding> change) {
        return new Refusal(
                refusalId,
                applicantId,
                refusedOn,
                officer,
                straightforward,
                fileCategory,
                review,
                findings.stream().map(change).toList(),
                cause);
    }

    /** Whether the refusal put an entry into CLASS: a formal one on INA 212(a) does. */
    public boolean goesToClass() {
        return findings.stream().anyMatch(Finding::is212a);
    }

    public boolean hasActiveFinding() {
        return findings.stream().anyMatch(Finding::isActive);
    }
}
