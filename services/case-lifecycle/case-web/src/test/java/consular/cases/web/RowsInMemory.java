package consular.cases.web;

import consular.cases.domain.people.CaseId;
import consular.cases.domain.posts.PostCode;
import consular.cases.projections.CaseHeldBack;
import consular.cases.projections.Page;
import consular.cases.projections.ReadModelName;
import consular.cases.projections.ReadModelQuery;
import consular.cases.projections.ReadModels;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A read model of one row, which remembers what it was asked for. */
public final class RowsInMemory implements ReadModels {
    private @Nullable RuntimeException failure;
    private @Nullable ReadModelName name;
    private @Nullable ReadModelQuery query;
    private boolean behind;
    private boolean heldBack;

    /** A row as a read model might have it. */
    public record Row(
            CaseId caseId,
            PostCode post,
            LocalDate due,
            @Nullable String officer) {}

    void clear() {
        failure = null;
        query = null;
        behind = false;
        heldBack = false;
    }

    /** Lets the next questions fail. */
    public void failWith(RuntimeException next) {
        failure = next;
    }

    /** Lets it never catch up. */
    public void fallBehind() {
        behind = true;
    }

    /** Lets an event of every case be a dead letter. */
    public void holdBack() {
        heldBack = true;
    }

    /** What was asked last. */
    public ReadModelQuery query() {
        return Optional.ofNullable(query).orElseThrow();
    }

    /** Which read model was asked last. */
    public ReadModelName name() {
        return Optional.ofNullable(name).orElseThrow();
    }

    @Override
    public boolean awaitCase(CaseId caseId, long version) {
        if (heldBack) {
            throw new CaseHeldBack(caseId, 7, MovableClock.START);
        }
        return !behind;
    }

    @Override
    public Page page(ReadModelName asked, ReadModelQuery question) {
        name = asked;
        query = question;
        if (failure != null) {
            throw failure;
        }
        return new Page(
                List.of(new Row(
                        CaseId.of("00000000-0000-4000-8000-000000000001"),
                        new PostCode("MNL"),
                        LocalDate.of(2024, 3, 5),
                        null)),
                "cursor");
    }
}
