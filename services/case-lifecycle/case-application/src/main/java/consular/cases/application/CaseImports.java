package consular.cases.application;

import consular.cases.domain.CaseCommand;
import consular.cases.domain.law.Rejection;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.CaseId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes in what happened to cases before they were here: commands at their times, decided like any other. */
public interface CaseImports {

    /**
     * Decides rows and appends what follows, with as few commits as may be. The rows of a case are decided in their order, each on what those
     * before it have left; a row that is turned down appends nothing, and the case goes on. A row that is in the record already, from
     * whatever import, is left alone: so rows may be sent again after any failure.
     *
     * <p>Methods throw Spring's {@code DataAccessException} when the log does not answer; some rows may be stored then.
     *
     * @return what became of each row, in their order
     */
    List<Outcome> take(List<Row> rows, Source source);

    /**
     * Decides rows as {@link #take} would and stores nothing. It knows nothing of other rows that were tried out, so the rows of a case belong
     * together.
     */
    List<Outcome> tryOut(List<Row> rows, Source source);

    /**
     * What an import as a whole says.
     *
     * @param by who sent it
     * @param toldClass whether whoever had the cases before has told CLASS of their refusals, so that nobody does it again
     */
    record Source(UUID importId, String by, boolean toldClass) {}

    /**
     * A command of the past.
     *
     * @param key what tells the row apart from every other
     * @param caseNumber of the case, which a registration brings
     * @param actor who gave it then
     * @param effectiveAt when it took effect
     * @param lateEntryReason what stands beside its events as the reason for the late entry
     */
    record Row(
            String key,
            String caseNumber,
            CaseCommand.ByPerson command,
            Actor actor,
            Instant effectiveAt,
            String lateEntryReason) {}

    /** What became of a row. */
    sealed interface Outcome {
        /** It was accepted, now or when it was sent before. */
        record Accepted(@Nullable CaseId caseId, long version, boolean already) implements Outcome {}

        /** The law or the record stands in the way. */
        record Rejected(Rejection rejection) implements Outcome {}

        /** It makes no sense for the case, whoever gives it. */
        record Malformed(String pointer, String detail) implements Outcome {}

        /** No case has the number. */
        record NoSuchCase() implements Outcome {}
    }
}
