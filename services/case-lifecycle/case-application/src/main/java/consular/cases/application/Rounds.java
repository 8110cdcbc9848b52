package consular.cases.application;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Work that comes round with a pause between, on a thread of its own; a round that fails is not the last. */
abstract class Rounds implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);

    private final String name;
    private final Duration delay;
    private final Duration pause;
    private @Nullable ScheduledExecutorService executor;

    /**
     * Work with a name for its thread and its failures.
     *
     * @param delay until the first round
     * @param pause from the end of a round to the next
     */
    Rounds(String name, Duration delay, Duration pause) {
        this.name = name;
        this.delay = delay;
        this.pause = pause;
    }

    /** One round. */
    abstract void round();

    private void runOnce() {
        try {
            round();
        } catch (RuntimeException | Error failure) {
            // an exception would end the schedule for good, and with it every round to come
            LOG.error("{} failed; trying again in {}", name, pause, PlainCause.wordless(failure));
        }
    }

    @Override
    public void start() {
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name(name).daemon(true).factory());
        // runOnce never throws, so the future never ends by itself
        var _ = started.scheduleWithFixedDelay(
                this::runOnce, delay.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
        executor = started;
    }

    /** Ends after the round that is under way. */
    @Override
    public void stop() {
        var running = executor;
        if (running != null) {
            running.close();
            executor = null;
        }
    }

    @Override
    public boolean isRunning() {
        return executor != null;
    }
}
