package consular.cases.application;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends to CLASS, round by round, all that an outbox has. A node that dies between the sending and the record of the
 * acknowledgement sends again, which changes nothing on the other side. Without a gateway it does nothing: what waits stays
 * queued.
 */
abstract class ClassRounds extends Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(ClassRounds.class);
    private static final int BATCH = 100;

    private final @Nullable ClassGateway gateway;
    private final String meter;

    /**
     * Rounds of one outbox.
     *
     * @param meter the name under which it is measured how many wait, where there is a gateway
     * @param measured what it measures, in words
     */
    ClassRounds(
            String name,
            @Nullable ClassGateway gateway,
            Duration pause,
            MeterRegistry registry,
            String meter,
            String measured) {
        super(name, pause, pause);
        this.gateway = gateway;
        this.meter = meter;
        if (gateway != null) {
            Gauge.builder(meter, this, ClassRounds::waiting)
                    .description(measured)
                    .register(registry);
        }
    }

    /**
     * Sends at most so many of those that wait, and records what was acknowledged.
     *
     * @return how many were taken
     */
    abstract int send(int most, ClassGateway door);

    /** How many wait. */
    abstract long count();

    /** Sends everything that waits, on this thread. */
    final void sendWaiting() {
        var door = gateway;
        if (door != null) {
            int taken;
            do {
                taken = send(BATCH, door);
            } while (taken == BATCH);
        }
    }

    private double waiting() {
        try {
            return count();
        } catch (RuntimeException unavailable) {
            LOG.debug("{} can't be measured now", meter, unavailable);
            return Double.NaN;
        }
    }

    @Override
    final void round() {
        sendWaiting();
    }

    @Override
    public final void start() {
        if (gateway != null) {
            super.start();
        }
    }
}
