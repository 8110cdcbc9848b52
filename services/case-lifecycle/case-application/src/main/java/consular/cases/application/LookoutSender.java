package consular.cases.application;

import consular.cases.domain.people.Actor;
import consular.cases.domain.quasirefusals.QuasiRefusal;
import consular.cases.domain.quasirefusals.QuasiRefusalCommand.AcknowledgeLookout;
import consular.cases.domain.quasirefusals.QuasiRefusalId;
import consular.cases.domain.refusals.ClassEntryState;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Sends the lookouts of quasi-refusals to CLASS, as {@link ClassSender} sends the entries of refusals. */
final class LookoutSender extends ClassRounds {
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
        super(
                "lookout-sender",
                gateway,
                pause,
                registry,
                "consular.class.lookouts.waiting",
                "lookouts of quasi-refusals that CLASS has not acknowledged");
        this.outbox = outbox;
        this.history = history;
        this.commands = commands;
    }

    @Override
    int send(int most, ClassGateway door) {
        return outbox.takeUnsent(most, id -> send(id, door));
    }

    @Override
    long count() {
        return outbox.countUnsent();
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
}
