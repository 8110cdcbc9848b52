package consular.cases.application;

import consular.cases.domain.people.Actor;
import consular.cases.domain.quasirefusals.QuasiRefusal;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand.AcknowledgeLookout;
import consular.cases.domain.quasirefusals.QuasiRefusalId;
import consular.cases.domain.refusals.ClassEntryState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends the lookouts of quasi-refusals to CLASS, as {@link ClassSender} sends the entries of refusals. Without a gateway it
 * does nothing: they stay queued.
 */
final class LookoutSender extends Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(LookoutSender.class);
    private static final int BATCH = 100;

    private final @Nullable ClassGateway gateway;
    private final LookoutOutbox outbox;
    private final QuasiRefusalHistory history;
    private final QuasiRefusalCommands commands;

    LookoutSender(
            @Nullable ClassGateway gateway,
            LookoutOutbox outbox,
            QuasiRefusalHistory history,
            QuasiRefusalCommands commands,
            MeterRegistry registry,
            Duration pause) {
        super("lookout-sender", pause, pause);
        this.gateway = gateway;
        this.outbox = outbox;
        this.history = history;
        this.commands = commands;
        if (gateway != null) {
            Gauge.builder("consular.class.lookouts.waiting", this, LookoutSender::waiting)
                    .description("lookouts of quasi-refusals that CLASS has not acknowledged")
                    .register(registry);
        }
    }

    /** Sends everything that waits, on this thread. */
    void sendWaiting() {
        var door = gateway;
        if (door != null) {
            int taken;
            do {
                taken = outbox.takeUnsent(BATCH, id -> send(id, door));
            } while (taken == BATCH);
        }
    }

    private void send(QuasiRefusalId id, ClassGateway door) {
        if (!(StoredQuasiRefusalEvent.fold(history.of(id)) instanceof QuasiRefusal inquiry)) {
            throw new IllegalStateException("the outbox has a quasi-refusal without a history");
        }
        var lookout = inquiry.lookout();
        if (lookout != null && inquiry.classEntry() == ClassEntryState.QUEUED) {
            door.send(ClassRecord.of(lookout));
            commands.submit(
                    new QuasiRefusalSubmission(new AcknowledgeLookout(), id, Actor.SERVICE, null, null, null, null));
        }
    }

    private double waiting() {
        try {
            return outbox.countUnsent();
        } catch (RuntimeException unavailable) {
            LOG.debug("the lookouts that wait for CLASS can't be counted now", unavailable);
            return Double.NaN;
        }
    }

    @Override
    void round() {
        sendWaiting();
    }

    @Override
    public void start() {
        if (gateway != null) {
            super.start();
        }
    }
}
