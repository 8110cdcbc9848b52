package consular.cases.application;

import consular.cases.domain.quasirefusals.QuasiRefusalDecision.Accepted;
import consular.cases.domain.quasirefusals.QuasiRefusalDecision.Malformed;
import consular.cases.domain.quasirefusals.QuasiRefusalDecision.Rejected;
import consular.cases.domain.quasirefusals.QuasiRefusalDecision.Stale;
import consular.cases.domain.quasirefusals.QuasiRefusalId;
import consular.ledger.postgres.EventLog;
import consular.ledger.postgres.KeyedCommand;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;

/** Gives commands on inquiries without a formal application through Axon's command bus. */
final class AxonQuasiRefusalCommands implements QuasiRefusalCommands {
    /** It takes milliseconds; an answer without the place is better than none. */
    private static final Duration FOR_ITS_PLACE = Duration.ofSeconds(2);

    private final CommandGateway gateway;
    private final QuasiRefusalDesk desk;
    private final QuasiRefusalHistory history;
    private final CommandDelivery delivery;
    private final EventLog log;
    private final CommandMetrics metrics;

    AxonQuasiRefusalCommands(
            CommandGateway gateway,
            QuasiRefusalDesk desk,
            QuasiRefusalHistory history,
            CommandDelivery delivery,
            EventLog log,
            CommandMetrics metrics) {
        this.gateway = gateway;
        this.desk = desk;
        this.history = history;
        this.delivery = delivery;
        this.log = log;
        this.metrics = metrics;
    }

    @Override
    public QuasiRefusalAnswer submit(QuasiRefusalSubmission submission) {
        return metrics.measure(
                submission.command().getClass(),
                () -> delivery.deliver(
                        submission.key(), () -> answer(submission.quasiRefusalId(), send(submission)), this::again),
                QuasiRefusalAnswer::replayed);
    }

    private List<StoredQuasiRefusalEvent> send(QuasiRefusalSubmission submission) {
        return gateway.sendAndWait(submission);
    }

    private QuasiRefusalAnswer answer(QuasiRefusalId id, List<StoredQuasiRefusalEvent> events) {
        var last = events.getLast().stamp().sequence();
        var position = log.awaitPosition(QuasiRefusalStreams.of(id), last, FOR_ITS_PLACE);
        return new QuasiRefusalAnswer(id, last + 1, position.isPresent() ? position.getAsLong() : null, events, false);
    }

    /** What was answered when the command was accepted. */
    private QuasiRefusalAnswer again(KeyedCommand.Accepted accepted) {
        var id = QuasiRefusalStreams.idOf(accepted.streamId());
        var events = history.of(id).stream()
                .filter(event -> event.stamp().sequence() >= accepted.firstSequence()
                        && event.stamp().sequence() <= accepted.lastSequence())
                .toList();
        return new QuasiRefusalAnswer(
                id, accepted.lastSequence() + 1, events.getLast().position(), events, true);
    }

    @Override
    public QuasiRefusalAnswer dryRun(QuasiRefusalSubmission submission) {
        var id = submission.quasiRefusalId();
        var state = StoredQuasiRefusalEvent.fold(history.of(id));
        return switch (desk.decide(submission, state)) {
            case Accepted accepted -> {
                var events = desk.stamped(submission, state, accepted).stream()
                        .map(it -> new StoredQuasiRefusalEvent(
                                id, UUID.randomUUID().toString(), it.line().event(), it.stamp(), null))
                        .toList();
                yield new QuasiRefusalAnswer(id, events.getLast().stamp().sequence() + 1, null, events, false);
            }
            case Rejected(var rejection) -> throw new CommandFailure.Rejected(rejection, false);
            case Malformed(var pointer, var detail) -> throw new CommandFailure.Malformed(pointer, detail);
            case Stale(var expected, var actual) -> throw new CommandFailure.VersionMismatch(expected, actual);
        };
    }
}
