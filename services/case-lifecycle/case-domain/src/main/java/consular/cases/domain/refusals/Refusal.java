package consular.cases.domain.refusals;

import consular.cases.domain.ineligibility.FileCategory;
import consular.cases.domain.law.Cause;
import consular.cases.domain.lists.Lists;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.posts.PostCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A refusal: an officer's decision on one applicant, on one or more findings.
 *
 * @param post where it was made; the case may have been sent to another since
 * @param missingDocuments the standard annotations of documents that are missing besides what it rests on
 */
public record Refusal(
        RefusalId refusalId,
        ApplicantId applicantId,
        PostCode post,
        LocalDate refusedOn,
        OfficerId officer,
        boolean straightforward,
        FileCategory fileCategory,
        Notice notice,
        ClassEntry classEntry,
        Review review,
        List<Finding> findings,
        Custody custody,
        Cause cause,
        List<String> missingDocuments) {

    public Refusal {
        findings = List.copyOf(findings);
        missingDocuments = List.copyOf(missingDocuments);
    }

    public Refusal withReview(Review next) {
        return with(notice, classEntry, next, findings, custody);
    }

    public Refusal withNotice(Notice next) {
        return with(next, classEntry, review, findings, custody);
    }

    public Refusal withClassEntry(ClassEntry next) {
        return with(notice, next, review, findings, custody);
    }

    public Refusal withCustody(Custody next) {
        return with(notice, classEntry, review, findings, next);
    }

    public Refusal mapFindings(UnaryOperator<Finding> change) {
        var changed = Lists.changed(findings, change);
        return isSame(changed) ? this : with(notice, classEntry, review, changed, custody);
    }

    @SuppressWarnings("ReferenceEquality") // Lists.changed gives the list itself where nothing changed
    private boolean isSame(List<Finding> others) {
        return others == findings;
    }

    /** Whether a finding is one of this refusal. */
    public boolean made(FindingId findingId) {
        return finding(findingId).isPresent();
    }

    /** A finding of this refusal. */
    public Optional<Finding> finding(FindingId findingId) {
        return Lists.first(findings, finding -> finding.findingId().equals(findingId));
    }

    private Refusal with(Notice told, ClassEntry entry, Review reviewed, List<Finding> found, Custody kept) {
        return new Refusal(
                refusalId,
                applicantId,
                post,
                refusedOn,
                officer,
                straightforward,
                fileCategory,
                told,
                entry,
                reviewed,
                found,
                kept,
                cause,
                missingDocuments);
    }

    /** Whether it rests on INA 212(a): then it goes to CLASS, and the Department may instruct on its notice. */
    public boolean restsOn212a() {
        return Lists.any(findings, Finding::is212a);
    }

    public boolean hasActiveFinding() {
        return Lists.any(findings, Finding::isActive);
    }

    /**
     * Whether it was reversed, by a supervisor or by the officer who refused. The review does not say so: once it has
     * an outcome, or was a consultation, the officer's own reversal leaves that as it was.
     */
    public boolean isReversed() {
        return Lists.any(findings, finding -> finding.status() == FindingStatus.REVERSED);
    }

    /** Whether a supervisor reversed it of which the officer who refused has not yet been advised (R-SUP-10). */
    public boolean awaitsAdvice() {
        return review.state() == ReviewState.REVERSED && !review.officerAdvised();
    }
}
