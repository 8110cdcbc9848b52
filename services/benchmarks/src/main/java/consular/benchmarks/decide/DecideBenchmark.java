package consular.benchmarks.decide;

import consular.cases.domain.CaseCommand;
import consular.cases.domain.CaseDecider;
import consular.cases.domain.CaseState;
import consular.cases.domain.CommandContext;
import consular.cases.domain.Decision;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Decides on a case that has been folded once, and folds what follows. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
public class DecideBenchmark {
    private final CaseState state;
    private final CommandContext context;
    private final List<CaseCommand> attempts;
    private int next;

    /** The case, made before anything is measured. */
    public DecideBenchmark() {
        var made = new LongCase();
        state = made.state();
        context = made.context();
        attempts = made.attempts();
    }

    /** One command decided; what it brings about, folded. */
    @Benchmark
    public Object decideAndEvolve() {
        next = (next + 1) % attempts.size();
        var decision = CaseDecider.decide(attempts.get(next), state, context);
        if (decision instanceof Decision.Accepted accepted) {
            var after = state;
            for (var line : accepted.events()) {
                after = CaseDecider.evolve(after, line.event(), line.stamp());
            }
            return after;
        }
        return decision;
    }
}
