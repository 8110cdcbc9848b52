package consular.benchmarks.decide;

import consular.cases.domain.CaseCommand;
import consular.cases.domain.CaseDecider;
import consular.cases.domain.CaseState;
import consular.cases.domain.CommandContext;
import consular.cases.domain.Decision;
import java.util.ArrayList;
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
    private final List<CaseCommand> accepted = LongCase.accepted();
    private final List<CaseCommand> rejected = LongCase.rejected();
    private final List<CaseCommand> both = alternating(accepted, rejected);
    private int next;

    /** The case, made before anything is measured. */
    public DecideBenchmark() {
        var made = new LongCase();
        state = made.state();
        context = made.context();
    }

    private static List<CaseCommand> alternating(List<CaseCommand> some, List<CaseCommand> others) {
        var both = new ArrayList<CaseCommand>();
        for (var i = 0; i < some.size(); i++) {
            both.add(some.get(i));
            both.add(others.get(i));
        }
        return List.copyOf(both);
    }

    /** One command decided, every other turned down; what it brings about, folded. */
    @Benchmark
    public Object decideAndEvolve() {
        return decideAndEvolve(both);
    }

    /** One command decided and accepted, every other a refusal; what it brings about, folded. */
    @Benchmark
    public Object accept() {
        return decideAndEvolve(accepted);
    }

    /** One command decided and turned down. */
    @Benchmark
    public Object reject() {
        return decideAndEvolve(rejected);
    }

    private Object decideAndEvolve(List<CaseCommand> attempts) {
        next = (next + 1) % attempts.size();
        var decision = CaseDecider.decide(attempts.get(next), state, context);
        if (decision instanceof Decision.Accepted taken) {
            var after = state;
            for (var line : taken.events()) {
                after = CaseDecider.evolve(after, line.event(), line.stamp());
            }
            return after;
        }
        return decision;
    }
}
