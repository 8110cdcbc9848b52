package consular.benchmarks.decide;

import java.util.regex.Pattern;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmark of the decider. */
public final class DecisionRate {
    private static final int ROUNDS = 5;

    private DecisionRate() {}

    /** Decisions a second by one thread, each folded, on a case of thirty events: half accepted, half turned down. */
    public static double ofBoth() {
        return measure("decideAndEvolve");
    }

    /** Those that are accepted, half of them refusals. */
    public static double ofAccepted() {
        return measure("accept");
    }

    /** Those that are turned down. */
    public static double ofRejected() {
        return measure("reject");
    }

    private static double measure(String benchmark) {
        var options = new OptionsBuilder()
                .include(Pattern.quote(DecideBenchmark.class.getName() + "." + benchmark) + "$")
                // the jar holds its libraries in itself, where another JVM would not find them
                .forks(0)
                .threads(1)
                .warmupIterations(ROUNDS)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(ROUNDS)
                .measurementTime(TimeValue.seconds(1))
                .build();
        try {
            return new Runner(options).runSingle().getPrimaryResult().getScore();
        } catch (RunnerException failure) {
            throw new IllegalStateException("the decider could not be measured", failure);
        }
    }
}
