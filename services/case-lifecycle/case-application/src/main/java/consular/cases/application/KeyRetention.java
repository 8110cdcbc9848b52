package consular.cases.application;

import consular.ledger.postgres.CommandKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/** Forgets idempotency keys once an hour, when they are older than promised; 24 hours at the least. */
final class KeyRetention implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(KeyRetention.class);
    private static final Duration PROMISED = Duration.ofHours(24);

    private final CommandKeys keys;
    private final Duration retention;
    private @Nullable ScheduledExecutorService executor;

    KeyRetention(CommandKeys keys, Duration retention) {
        if (retention.compareTo(PROMISED) < 0) {
            throw new IllegalArgumentException("consular.idempotency.retention must be 24 hours or more");
        }
        this.keys = keys;
        this.retention = retention;
    }

    /** By the wall clock, whatever a simulation shows: keys are dated by the database. */
    private void forget() {
        try {
            keys.forgetBefore(Instant.now().minus(retention));
        } catch (RuntimeException | Error failure) {
            LOG.warn("could not forget old idempotency keys; trying again in an hour", failure);
        }
    }

    @Override
    public void start() {
        var started = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("key-retention").daemon(true).factory());
        // neither step throws, so the future never ends by itself
        var _ = started.scheduleWithFixedDelay(this::forget, 1, 60, TimeUnit.MINUTES);
        executor = started;
    }

    @Override
    public void stop() {
        var running = executor;
        if (running != null) {
            running.shutdownNow();
            executor = null;
        }
    }

    @Override
    public boolean isRunning() {
        return executor != null;
    }
}
