package consular.benchmarks.decide;

import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs the benchmark of the decider. */
public final class DecisionRate {
    private static final int ROUNDS = 5;

    private DecisionRate() {}

    /** Decisions a second by one thread, each folded, on a case of thirty events. */
    public static double measure() {
        var options = new OptionsBuilder()
                .include(DecideBenchmark.class.getName())
                // the jar holds its libraries in itself, where another JVM would not find them
                .forks(0)
                .threads(1)
                .warmupIterations(ROUNDS)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(ROUNDS)
                .measurementTime(TimeValue.seconds(2))
                .build();
        try {
            return new Runner(options).runSingle().getPrimaryResult().getScore();
        } catch (RunnerException failure) {
            throw new IllegalStateException("the decider could not be measured", failure);
        }
    }
}
