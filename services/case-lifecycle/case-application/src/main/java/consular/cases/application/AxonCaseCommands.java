package consular.cases.application;

import consular.cases.domain.CaseDecider;
import consular.cases.domain.CaseState;
import consular.cases.domain.Decision;
import consular.cases.domain.RecordedEvent;
import consular.cases.domain.law.Rejection;
import consular.cases.domain.people.CaseId;
import consular.ledger.postgres.CommandKeyTaken;
import consular.ledger.postgres.CommandKeys;
import consular.ledger.postgres.EventLog;
import consular.ledger.postgres.KeyedCommand;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Gives commands through Axon's command bus. */
final class AxonCaseCommands implements CaseCommands {
    private static final int ATTEMPTS = 20;
    private static final int REJECTED = 422;
    private static final int TURNS = 1024;
    private static final long LONGEST_PAUSE_NANOS = 20_000_000;

    private final CommandGateway gateway;
    private final CaseDesk desk;
    private final CaseHistory history;
    private final CommandKeys keys;
    private final EventLog log;
    private final CommandMetrics metrics;
    private final JsonMapper json = CaseJson.mapper();
    private final ReentrantLock[] turns =
            Stream.generate(ReentrantLock::new).limit(TURNS).toArray(ReentrantLock[]::new);

    AxonCaseCommands(
            CommandGateway gateway,
            CaseDesk desk,
            CaseHistory history,
            CommandKeys keys,
            EventLog log,
            CommandMetrics metrics) {
        this.gateway = gateway;
        this.desk = desk;
        this.history = history;
        this.keys = keys;
        this.log = log;
        this.metrics = metrics;
    }

    @Override
    public CommandAnswer submit(Submission submission) {
        var earlier = replay(submission.key());
        return earlier.isPresent()
                ? earlier.get()
                : metrics.measure(submission.command(), () -> submitFirst(submission));
    }

    private CommandAnswer submitFirst(Submission submission) {
        for (var attempt = 1; attempt <= ATTEMPTS; attempt++) {
            try {
                return answer(submission.caseId(), send(submission));
            } catch (CommandFailure.Rejected rejected) {
                return remember(submission, rejected);
            } catch (CommandFailure failure) {
                // the same request may have been answered meanwhile, and so have moved the case on
                return replay(submission.key()).orElseThrow(() -> failure);
            } catch (CommandKeyTaken raced) {
                var earlier = replay(submission.key());
                if (earlier.isPresent()) {
                    return earlier.get();
                }
            } catch (ConcurrencyException lost) {
                LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
            }
        }
        throw new CommandFailure.ConcurrentModification();
    }

    /**
     * One command on a case at a time on this node, and the others wait here, where they hold no connection: Axon would let
     * them wait inside their transactions.
     */
    private List<StoredEvent> send(Submission submission) {
        var turn = turns[Math.floorMod(submission.caseId().hashCode(), turns.length)];
        turn.lock();
        try {
            return gateway.sendAndWait(submission);
        } finally {
            turn.unlock();
        }
    }

    private CommandAnswer answer(CaseId caseId, List<StoredEvent> events) {
        if (events.isEmpty()) {
            return new CommandAnswer(caseId, history.of(caseId).size(), null, events, false);
        }
        var last = events.getLast().stamp().sequence();
        var position = log.position(caseId.toString(), last);
        return new CommandAnswer(caseId, last + 1, position.isPresent() ? position.getAsLong() : null, events, false);
    }

    /** Keeps the rejection under the key, so that the same request is answered the same. */
    private CommandAnswer remember(Submission submission, CommandFailure.Rejected rejected) {
        var key = submission.key();
        if (key == null) {
            throw rejected;
        }
        try {
            keys.remember(
                    key.caller(),
                    key.key(),
                    new KeyedCommand.Rejected(
                            key.requestHash(), null, REJECTED, json.writeValueAsString(rejected.rejection())));
        } catch (CommandKeyTaken raced) {
            return replay(key).orElseThrow(() -> rejected);
        }
        throw rejected;
    }

    private Optional<CommandAnswer> replay(@Nullable CommandKey key) {
        return key == null
                ? Optional.empty()
                : keys.find(key.caller(), key.key()).map(earlier -> replay(key, earlier));
    }

    private CommandAnswer replay(CommandKey key, KeyedCommand earlier) {
        if (!earlier.requestHash().equals(key.requestHash())) {
            throw new CommandFailure.KeyReused();
        }
        return switch (earlier) {
            case KeyedCommand.Accepted accepted -> {
                var events = history.of(CaseId.of(accepted.streamId())).stream()
                        .filter(event -> event.stamp().sequence() >= accepted.firstSequence()
                                && event.stamp().sequence() <= accepted.lastSequence())
                        .toList();
                yield new CommandAnswer(
                        CaseId.of(accepted.streamId()),
                        accepted.lastSequence() + 1,
                        events.getLast().position(),
                        events,
                        true);
            }
            case KeyedCommand.Rejected rejected ->
                throw new CommandFailure.Rejected(json.readValue(rejected.answer(), Rejection.class), true);
        };
    }

    @Override
    public CommandAnswer dryRun(Submission submission) {
        var state = CaseDecider.fold(history.of(submission.caseId()).stream()
                .map(event -> new RecordedEvent(event.event(), event.stamp()))
                .toList());
        return switch (desk.tryOut(submission, state)) {
            case Decision.Accepted(var events) -> wouldBe(submission.caseId(), state, events);
            case Decision.Rejected(var rejection) -> throw new CommandFailure.Rejected(rejection, false);
            case Decision.Malformed(var pointer, var detail) ->
                throw state instanceof CaseState.NotRegistered && !submission.isRegistration()
                        ? new CommandFailure.NoSuchCase()
                        : new CommandFailure.Malformed(pointer, detail);
            case Decision.Stale(var expected, var actual) -> throw new CommandFailure.VersionMismatch(expected, actual);
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
