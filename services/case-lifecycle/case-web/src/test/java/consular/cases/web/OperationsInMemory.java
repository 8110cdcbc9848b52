package consular.cases.web;

import consular.cases.domain.people.CaseId;
import consular.cases.projections.EqualityReport;
import consular.cases.projections.ReadModelLag;
import consular.cases.projections.ReadModelOperations;
import consular.cases.projections.RebuildReport;
import consular.cases.projections.Status;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Operations that report what they are told to, and how many rebuilds there were as the number of cases. */
public final class OperationsInMemory implements ReadModelOperations {
    private @Nullable RuntimeException failure;
    private long rebuilds;

    /** Lets the next rebuild fail; null to work again. */
    public void failWith(@Nullable RuntimeException next) {
        failure = next;
    }

    @Override
    public RebuildReport rebuild() {
        if (failure != null) {
            throw failure;
        }
        return new RebuildReport(++rebuilds, Map.of("fee_windows", 2L), Map.of("fee_windows", 0L), 0.5, true);
    }

    @Override
    public EqualityReport compare() {
        return new EqualityReport(
                3,
                0,
                Map.of("fee_windows", 2L),
                Map.of("fee_windows", 1L),
                List.of(CaseId.of("00000000-0000-4000-8000-000000000001")));
    }

    @Override
    public Status status() {
        return new Status("BLUE", MovableClock.START, false, new ReadModelLag(0, Duration.ZERO));
    }
}
