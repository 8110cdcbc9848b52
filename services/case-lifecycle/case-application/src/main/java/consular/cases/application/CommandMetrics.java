package consular.cases.application;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Counts and times commands by name and outcome. */
final class CommandMetrics {
    private final MeterRegistry registry;

    CommandMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    <A> A measure(Class<?> command, Supplier<A> submit, Predicate<A> replayed) {
        var timing = Timer.start(registry);
        var outcome = "failed";
        try {
            var answer = submit.get();
            outcome = replayed.test(answer) ? "replayed" : "accepted";
            return answer;
        } catch (CommandFailure failure) {
            outcome = failure instanceof CommandFailure.Rejected rejected && rejected.isReplayed()
                    ? "replayed"
                    : "rejected";
            throw failure;
        } finally {
            var name = command.getSimpleName();
            timing.stop(registry.timer("consular.commands", "command", name, "outcome", outcome));
        }
    }
}
