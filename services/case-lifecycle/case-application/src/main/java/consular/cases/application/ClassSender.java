package consular.cases.application;

import consular.cases.domain.CaseCommand.AcknowledgeClassEntry;
import consular.cases.domain.CaseDecider;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.CaseState.NotRegistered;
import consular.cases.domain.RecordedEvent;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.refusals.Refusal;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends to CLASS what waits for it, and records each acknowledgement with an ordinary command. A node that dies between
 * the two sends again, which changes nothing on the other side. Without a gateway it does nothing: the entries stay
 * queued.
 */
final class ClassSender extends Rounds {
    private static final Logger LOG = LoggerFactory.getLogger(ClassSender.class);
    private static final int BATCH = 100;

    private final @Nullable ClassGateway gateway;
    private final ClassOutbox outbox;
    private final CaseHistory history;
    private final CaseCommands commands;

    ClassSender(
            @Nullable ClassGateway gateway,
            ClassOutbox outbox,
            CaseHistory history,
            CaseCommands commands,
            MeterRegistry registry,
            Duration pause) {
        super("class-sender", pause, pause);
        this.gateway = gateway;
        this.outbox = outbox;
        this.history = history;
        this.commands = commands;
        if (gateway != null) {
            Gauge.builder("consular.class.waiting", this, ClassSender::waiting)
                    .description("cases with a message for CLASS that has not been acknowledged")
                    .register(registry);
        }
    }

    /** Sends everything that waits, on this thread. */
    void sendWaiting() {
        var door = gateway;
        if (door != null) {
            int taken;
            do {
                taken = outbox.takeUnsent(BATCH, caseId -> send(caseId, door));
            } while (taken == BATCH);
        }
    }

    private void send(CaseId caseId, ClassGateway door) {
        var file = fold(caseId);
        file.refusals().forEach(refusal -> send(file, refusal, door));
    }

    private void send(CaseFile file, Refusal refusal, ClassGateway door) {
        refusal.classEntry().unsent().ifPresent(message -> {
            door.send(ClassRecord.of(file, refusal, message));
            commands.submit(new Submission(
                    new AcknowledgeClassEntry(refusal.refusalId(), message),
                    file.caseId(),
                    Actor.SERVICE,
                    null,
                    null,
                    null,
                    null));
        });
    }

    private CaseFile fold(CaseId caseId) {
        var lines = history.of(caseId).stream()
                .map(stored -> new RecordedEvent(stored.event(), stored.stamp()))
                .toList();
        return switch (CaseDecider.fold(lines)) {
            case CaseFile file -> file;
            case NotRegistered _ -> throw new IllegalStateException("the outbox has a case without a history");
        };
    }

    private double waiting() {
        try {
            return outbox.countUnsent();
        } catch (RuntimeException unavailable) {
            LOG.debug("what waits for CLASS can't be counted now", unavailable);
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
