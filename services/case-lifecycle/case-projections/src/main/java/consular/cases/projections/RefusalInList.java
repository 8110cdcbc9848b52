package consular.cases.projections;

import consular.cases.domain.CaseDeadlines;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.Deadline;
import consular.cases.domain.DeadlineKind;
import consular.cases.domain.law.Alarms;
import consular.cases.domain.posts.Post;
import consular.cases.domain.refusals.Refusal;
import consular.cases.domain.refusals.RefusalId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** Which refusal a row is about, as every list of refusals with a clock stores it. */
public record RefusalInList(
        String caseId, String caseNumber, String post, String applicantId, String refusalId, LocalDate refusedOn) {

    /** A refusal of a case. */
    public static RefusalInList of(CaseFile file, Refusal refusal) {
        return new RefusalInList(
                file.caseId().toString(),
                file.caseNumber(),
                file.post().value(),
                refusal.applicantId().value(),
                refusal.refusalId().value(),
                refusal.refusedOn());
    }

    /**
     * The rows of a case: at most one for each clock of a kind.
     *
     * @param row what is stored of a refusal and its clock, if anything
     */
    public static <R> List<R> rows(
            CaseFile file,
            Post post,
            Alarms alarms,
            DeadlineKind kind,
            BiFunction<Refusal, Deadline, Optional<R>> row) {
        return CaseDeadlines.of(file, post, alarms).stream()
                .filter(deadline -> deadline.kind() == kind)
                .flatMap(deadline -> file.refusal(new RefusalId(deadline.subject())).stream()
                        .flatMap(refusal -> row.apply(refusal, deadline).stream()))
                .toList();
    }

    /** The columns that say which refusal it is, to which a list adds its own. */
    public static <R> Columns<R> columns(Function<R, RefusalInList> refusal) {
        return Columns.<R>of()
                .uuid("case_id", row -> refusal.apply(row).caseId())
                .text("case_number", row -> refusal.apply(row).caseNumber())
                .text("post", row -> refusal.apply(row).post())
                .text("applicant_id", row -> refusal.apply(row).applicantId())
                .text("refusal_id", row -> refusal.apply(row).refusalId())
                .date("refused_on", row -> refusal.apply(row).refusedOn());
    }
}
