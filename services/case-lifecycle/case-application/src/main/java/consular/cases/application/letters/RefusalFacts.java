package consular.cases.application.letters;

import consular.cases.domain.Applicant;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.LapseClock;
import consular.cases.domain.UntoldEnds;
import consular.cases.domain.notices.NoticeExtent;
import consular.cases.domain.opinions.AdvisoryOpinion;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.NoticeState;
import consular.cases.domain.refusals.Refusal;
import consular.cases.domain.refusals.ReviewState;
import consular.cases.letters.facts.FindingThen;
import consular.cases.letters.facts.LetterFacts;
import consular.cases.letters.facts.LetterFinding;
import consular.cases.letters.facts.LetterHead;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the notice of a refusal tells: what was so when it was issued, or is so now while it is not; but the Department's
 * instructions hold for what was issued before as well.
 */
final class RefusalFacts {
    private final Refusal refusal;
    private final Applicant applicant;
    private final CaseFile then;
    private final CaseFile now;

    private RefusalFacts(Refusal refusal, CaseFile then, CaseFile now) {
        this.refusal = refusal;
        this.applicant = then.applicant(refusal.applicantId()).orElseThrow();
        this.then = then;
        this.now = now;
    }

    /**
     * The facts of a notice. Words that were issued before the Department limited what may be told name the provision, and
     * give way to the service's own.
     *
     * @param now the refusal as it is in {@code file}
     * @param then the case as the letter knows it
     * @param ownWording the post's own words; null for ours
     */
    static LetterFacts.Refusal of(
            Refusal now, CaseFile then, CaseFile file, LetterHead head, @Nullable String ownWording) {
        var refusal = then.refusal(now.refusalId()).orElseThrow();
        return new RefusalFacts(refusal, then, file)
                .told(head, isLimited(now), isLimited(now) == isLimited(refusal) ? ownWording : null);
    }

    private LetterFacts.Refusal told(LetterHead head, boolean limited, @Nullable String ownWording) {
        return new LetterFacts.Refusal(
                head,
                limited ? NoticeExtent.LIMITED_CITATION : NoticeExtent.FULL,
                then.category(),
                then.visaClass(),
                then.isPetitionBased(),
                refusal.refusedOn(),
                refusal.findings().stream().map(this::told).toList(),
                refusal.missingDocuments().stream().map(LetterFinding::missing).toList(),
                ApplicationsThen.of(applicant, then, now),
                noNewFeeUntil(head.date()),
                lapsesAfter(head.date()),
                applicant.feeWindows().hasLapsed(),
                awaitsReview(refusal.review().state()),
                then.opinionsOn(refusal.applicantId()).anyMatch(AdvisoryOpinion::isOpen),
                ownWording);
    }

    private FindingThen told(Finding finding) {
        return new FindingThen(
                LetterFinding.of(finding.entered()),
                UntoldEnds.isUntold(finding, applicant, now) ? null : finding.status());
    }

    private static boolean isLimited(Refusal refusal) {
        return refusal.notice().state() == NoticeState.LIMITED;
    }

    /** A letter offers no day that is past when it is written. */
    private @Nullable LocalDate noNewFeeUntil(LocalDate written) {
        return refusal.findings().stream()
                .filter(Finding::countsForTheFee)
                .map(Finding::feeWindowEnd)
                .max(LocalDate::compareTo)
                .filter(day -> !day.isBefore(written))
                .orElse(null);
    }

    /** What the clock of the application says, in the letter of a refusal that asks for something. */
    private @Nullable LocalDate lapsesAfter(LocalDate written) {
        return refusal.findings().stream().anyMatch(RefusalFacts::isAwaited)
                ? LapseClock.lastDay(then, applicant)
                        .filter(day -> !day.isBefore(written))
                        .orElse(null)
                : null;
    }

    private static boolean isAwaited(Finding finding) {
        return finding.isActive() && finding.kind().asksOfTheApplicant();
    }

    private static boolean awaitsReview(ReviewState state) {
        return switch (state) {
            case DUE, OVERDUE, IN_DISCUSSION -> true;
            case NOT_REQUIRED, CONCURRED, REFERRED, REVERSED, RESOLVED_BY_ADJUDICATOR, CONSULTED -> false;
        };
    }
}
