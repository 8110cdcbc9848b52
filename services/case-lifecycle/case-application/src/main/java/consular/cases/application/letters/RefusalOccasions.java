package consular.cases.application.letters;

import consular.cases.domain.Applicant;
import consular.cases.domain.CaseEvent;
import consular.cases.domain.CaseEvent.ApplicantNotifiedOfReversal;
import consular.cases.domain.CaseEvent.RefusalReversedByAdjudicator;
import consular.cases.domain.CaseEvent.RefusalReversedBySupervisor;
import consular.cases.domain.CaseEvent.WrittenNoticeIssued;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.RecordedEvent;
import consular.cases.domain.notices.NoticeExtent;
import consular.cases.domain.opinions.AdvisoryOpinion;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.NoticeState;
import consular.cases.domain.refusals.Refusal;
import consular.cases.domain.refusals.ReviewState;
import consular.cases.letters.document.LetterKind;
import consular.cases.letters.facts.LetterFacts;
import consular.cases.letters.facts.LetterFinding;
import consular.cases.letters.facts.LetterHead;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The notices of refusals and of their reversals. A notice tells what was so when it was issued, or what is so now while
 * it is not; but the Department's instruction holds for what was issued before as well.
 */
final class RefusalOccasions {
    private final List<RecordedEvent> history;
    private final CaseFile file;

    private RefusalOccasions(List<RecordedEvent> history, CaseFile file) {
        this.history = history;
        this.file = file;
    }

    static Stream<Occasion> of(List<RecordedEvent> history, CaseFile file) {
        var occasions = new RefusalOccasions(history, file);
        return file.refusals()
                .filter(refusal -> refusal.notice().state() != NoticeState.SUPPRESSED)
                .flatMap(refusal -> Stream.concat(occasions.notices(refusal), occasions.reversals(refusal)));
    }

    private Stream<Occasion> notices(Refusal refusal) {
        var issued = Folds.all(
                history, WrittenNoticeIssued.class, event -> event.refusalId().equals(refusal.refusalId()));
        return issued.isEmpty()
                ? Stream.of(notice(refusal, null, refusal.refusedOn(), file, refusal.post(), null))
                : IntStream.range(0, issued.size()).mapToObj(at -> {
                    var line = issued.get(at);
                    return notice(
                            refusal,
                            at + 1,
                            line.on(),
                            line.then(),
                            line.post(),
                            line.event().text());
                });
    }

    private static Occasion notice(
            Refusal refusal,
            @Nullable Integer issue,
            LocalDate date,
            CaseFile then,
            PostCode post,
            @Nullable String text) {
        return new Occasion(
                new CaseLetter(
                        refusal.refusalId().value(),
                        issue,
                        LetterKind.REFUSAL,
                        refusal.refusalId(),
                        refusal.applicantId(),
                        then.details().counsel(),
                        date),
                then,
                post,
                head -> facts(refusal, then, head, text));
    }

    /** Words that were issued before the Department limited what may be told name the provision, and give way to the service's own. */
    private static LetterFacts facts(Refusal now, CaseFile then, LetterHead head, @Nullable String text) {
        var facts = facts(now, then, head);
        return text != null
                        && isLimited(now)
                                == isLimited(then.refusal(now.refusalId()).orElseThrow())
                ? new LetterFacts.Refusal(
                        head,
                        facts.extent(),
                        facts.category(),
                        facts.visaClass(),
                        facts.petitionBased(),
                        facts.refusedOn(),
                        facts.findings(),
                        facts.missingBesides(),
                        facts.noNewFeeUntil(),
                        facts.lapsesAfter(),
                        facts.feeLapsed(),
                        facts.supervisoryReview(),
                        facts.opinionAwaited(),
                        text)
                : facts;
    }

    private static LetterFacts.Refusal facts(Refusal now, CaseFile then, LetterHead head) {
        var refusal = then.refusal(now.refusalId()).orElseThrow();
        return new LetterFacts.Refusal(
                head,
                isLimited(now) ? NoticeExtent.LIMITED_CITATION : NoticeExtent.FULL,
                then.category(),
                then.visaClass(),
                then.isPetitionBased(),
                refusal.refusedOn(),
                refusal.findings().stream()
                        .map(finding -> LetterFinding.of(finding.entered()))
                        .toList(),
                refusal.missingDocuments().stream().map(LetterFinding::missing).toList(),
                noNewFeeUntil(refusal, head.date()),
                lapsesAfter(refusal, then, head.date()),
                then.applicant(refusal.applicantId())
                        .filter(Applicant::hasLapsedFee)
                        .isPresent(),
                awaitsReview(refusal.review().state()),
                then.opinionsOn(refusal.applicantId()).anyMatch(AdvisoryOpinion::isOpen),
                null);
    }

    private static boolean isLimited(Refusal refusal) {
        return refusal.notice().state() == NoticeState.LIMITED;
    }

    /** A letter offers no day that is past when it is written. */
    private static @Nullable LocalDate noNewFeeUntil(Refusal refusal, LocalDate written) {
        return refusal.findings().stream()
                .map(finding -> finding.entered().feeWindowEnd())
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .filter(day -> !day.isBefore(written))
                .orElse(null);
    }

    /** The year of the application, which begins with the latest refusal that asks for something, and which evidence ends. */
    private static @Nullable LocalDate lapsesAfter(Refusal refusal, CaseFile then, LocalDate written) {
        if (!then.isNonimmigrant() || refusal.findings().stream().noneMatch(RefusalOccasions::isAwaited)) {
            return null;
        }
        var applicant = then.applicant(refusal.applicantId()).orElseThrow();
        return applicant.hasEvidenceOnWhatStands()
                ? null
                : applicant
                        .activeFindings()
                        .filter(RefusalOccasions::isAwaited)
                        .map(Finding::feeWindowEnd)
                        .max(LocalDate::compareTo)
                        .filter(day -> !day.isBefore(written))
                        .orElse(null);
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

    /** Once the applicant may be told: after the refusing officer was (R-SUP-10). */
    private Stream<Occasion> reversals(Refusal refusal) {
        return refusal.isReversed() && !refusal.awaitsAdvice()
                ? Folds.all(history, CaseEvent.class, event -> reverses(event, refusal)).stream()
                        .flatMap(reversal -> reversals(refusal, reversal))
                : Stream.empty();
    }

    private Stream<Occasion> reversals(Refusal refusal, Folds.Line<CaseEvent> reversal) {
        var told = Folds.all(
                history,
                ApplicantNotifiedOfReversal.class,
                event -> event.refusalId().equals(refusal.refusalId()));
        return told.isEmpty()
                ? Stream.of(reversal(refusal, reversal.on(), null, reversal.on(), file, reversal.post()))
                : IntStream.range(0, told.size()).mapToObj(at -> {
                    var line = told.get(at);
                    return reversal(refusal, reversal.on(), at + 1, line.on(), line.then(), line.post());
                });
    }

    private Occasion reversal(
            Refusal refusal,
            LocalDate reversedOn,
            @Nullable Integer issue,
            LocalDate date,
            CaseFile then,
            PostCode post) {
        return new Occasion(
                new CaseLetter(
                        "reversal-" + refusal.refusalId(),
                        issue,
                        LetterKind.REVERSAL,
                        refusal.refusalId(),
                        refusal.applicantId(),
                        then.details().counsel(),
                        date),
                then,
                post,
                head -> new LetterFacts.Reversal(
                        head, refusal.refusedOn(), reversedOn, Reversals.after(refusal.applicantId(), then, file)));
    }

    private static boolean reverses(CaseEvent event, Refusal refusal) {
        return (event instanceof RefusalReversedBySupervisor bySupervisor
                        && bySupervisor.refusalId().equals(refusal.refusalId()))
                || (event instanceof RefusalReversedByAdjudicator byAdjudicator
                        && byAdjudicator.refusalId().equals(refusal.refusalId()));
    }
}
