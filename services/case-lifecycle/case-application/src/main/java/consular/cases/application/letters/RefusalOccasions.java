package consular.cases.application.letters;

import consular.cases.domain.CaseEvent;
import consular.cases.domain.CaseEvent.ApplicantNotifiedOfReversal;
import consular.cases.domain.CaseEvent.RefusalReversedByAdjudicator;
import consular.cases.domain.CaseEvent.RefusalReversedBySupervisor;
import consular.cases.domain.CaseEvent.WrittenNoticeIssued;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.RecordedEvent;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.refusals.NoticeState;
import consular.cases.domain.refusals.Refusal;
import consular.cases.letters.document.LetterKind;
import consular.cases.letters.facts.LetterFacts;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The notices of refusals and of their reversals. */
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

    private Occasion notice(
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
                head -> RefusalFacts.of(refusal, then, file, head, text));
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
        var applicant = then.applicant(refusal.applicantId()).orElseThrow();
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
                        head,
                        refusal.refusedOn(),
                        reversedOn,
                        then.refusal(refusal.refusalId()).orElseThrow().notice().wasGiven(),
                        ApplicationsThen.of(applicant, then, file)));
    }

    private static boolean reverses(CaseEvent event, Refusal refusal) {
        return (event instanceof RefusalReversedBySupervisor bySupervisor
                        && bySupervisor.refusalId().equals(refusal.refusalId()))
                || (event instanceof RefusalReversedByAdjudicator byAdjudicator
                        && byAdjudicator.refusalId().equals(refusal.refusalId()));
    }
}
