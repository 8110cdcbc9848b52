package consular.cases.application;

import consular.cases.domain.CaseDecider;
import consular.cases.domain.CaseState;
import consular.cases.domain.Decision;
import consular.cases.domain.RecordedEvent;
import consular.cases.domain.people.CaseId;
import consular.ledger.postgres.EventLog;
import consular.ledger.postgres.KeyedCommand;
import consular.ledger.postgres.ValueTaken;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.axonframework.commandhandling.gateway.CommandGateway;

/** Gives commands through Axon's command bus. */
final class AxonCaseCommands implements CaseCommands {
    /** As long as an append may wait. */
    private static final Duration FOR_ITS_TURN = Duration.ofSeconds(5);

    /** It takes milliseconds; an answer without the place is better than none. */
    private static final Duration FOR_ITS_PLACE = Duration.ofSeconds(2);

    private final CommandGateway gateway;
    private final CaseDesk desk;
    private final CaseHistory history;
    private final CommandDelivery delivery;
    private final EventLog log;
    private final CommandMetrics metrics;
    private final CaseTurns turns = new CaseTurns(FOR_ITS_TURN);

    AxonCaseCommands(
            CommandGateway gateway,
            CaseDesk desk,
            CaseHistory history,
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
    public CommandAnswer submit(Submission submission) {
        return metrics.measure(
                submission.command().getClass(),
                () -> delivery.deliver(submission.key(), () -> attempt(submission), this::again),
                CommandAnswer::replayed);
    }

    private CommandAnswer attempt(Submission submission) {
        try {
            return answer(submission, send(submission));
        } catch (ValueTaken _) {
            throw failure(submission, desk.decideWithNumberTaken(submission), CaseDecider.initialState());
        }
    }

    private List<StoredEvent> send(Submission submission) {
        return turns.take(submission.caseId(), () -> gateway.sendAndWait(Registration.orSubmission(submission)));
    }

    private CommandAnswer answer(Submission submission, List<StoredEvent> events) {
        var caseId = submission.caseId();
        if (events.isEmpty()) {
            // nothing was appended that could have met the key
            return delivery.replay(submission.key(), this::again)
                    .orElseGet(
                            () -> new CommandAnswer(caseId, history.of(caseId).size(), null, events, false));
        }
        var last = events.getLast().stamp().sequence();
        var position = log.awaitPosition(caseId.toString(), last, FOR_ITS_PLACE);
        return new CommandAnswer(caseId, last + 1, position.isPresent() ? position.getAsLong() : null, events, false);
    }

    /** What was answered when the command was accepted. */
    private CommandAnswer again(KeyedCommand.Accepted accepted) {
        var caseId = CaseId.of(accepted.streamId());
        var events = history.of(caseId).stream()
                .filter(event -> event.stamp().sequence() >= accepted.firstSequence()
                        && event.stamp().sequence() <= accepted.lastSequence())
                .toList();
        return new CommandAnswer(
                caseId, accepted.lastSequence() + 1, events.getLast().position(), events, true);
    }

    @Override
    public CommandAnswer dryRun(Submission submission) {
        var state = CaseDecider.fold(history.of(submission.caseId()).stream()
                .map(event -> new RecordedEvent(event.event(), event.stamp()))
                .toList());
        var decision = desk.tryOut(submission, state);
        if (decision instanceof Decision.Accepted(var events)) {
            if (!events.isEmpty()) {
                // how much they say is only counted where they are appended
                desk.ensureRoom(submission.command(), state, 0);
            }
            return wouldBe(submission.caseId(), state, events);
        }
        throw failure(submission, decision, state);
    }

    private static RuntimeException failure(Submission submission, Decision decision, CaseState state) {
        return switch (decision) {
            case Decision.Accepted _ -> new IllegalStateException("accepted after all: " + submission.command());
            case Decision.Rejected(var rejection) -> new CommandFailure.Rejected(rejection, false);
            case Decision.Malformed(var pointer, var detail) ->
                state instanceof CaseState.NotRegistered && !submission.isRegistration()
                        ? new CommandFailure.NoSuchCase()
                        : new CommandFailure.Malformed(pointer, detail);
            case Decision.Stale(var expected, var actual) -> new CommandFailure.VersionMismatch(expected, actual);
        };
    }

    private static CommandAnswer wouldBe(CaseId caseId, CaseState state, List<RecordedEvent> events) {
        var stored = new ArrayList<StoredEvent>();
        for (var line : events) {
            stored.add(new StoredEvent(caseId, UUID.randomUUID().toString(), line.event(), line.stamp(), null));
        }
        var version = state instanceof CaseState.CaseFile file ? file.version() : 0;
        return new CommandAnswer(caseId, version + events.size(), null, stored, false);
    }
}
