package consular.ledger.postgres;

import consular.ledger.postgres.EventEncoder.OutOfTurn;
import consular.ledger.postgres.append.Append;
import consular.ledger.postgres.append.AppendFailure;
import consular.ledger.postgres.append.GroupCommit;
import consular.ledger.postgres.append.NewEvent;
import consular.ledger.postgres.append.Refusal;
import consular.ledger.postgres.append.Stored;
import consular.ledger.postgres.secrets.NewKey;
import consular.ledger.postgres.secrets.Vault;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventEntry;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.eventhandling.TrackedDomainEventData;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.serialization.Serializer;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * Axon's way to the ledger. Tokens are positions: they know no gaps, since the log has none. Events are durable when the
 * unit of work prepares to commit, whatever becomes of it afterwards; so nothing else may be written in it.
 */
class PostgresEventStorageEngine extends BatchingEventStorageEngine {

    /** What Axon's resolvers know a duplicate key by. */
    private static final String UNIQUE_VIOLATION = "23505";

    private final EventLog log;
    private final GroupCommit commits;
    private final EventEncoder encoder;
    private final StreamChains chains;
    private final Vault vault;
    private final RecentAppends appends;
    private final Optional<Snapshots> snapshots;

    private PostgresEventStorageEngine(Builder builder, Parts parts) {
        super(builder);
        this.log = parts.log;
        this.commits = parts.commits;
        this.chains = parts.chains;
        this.vault = parts.vault;
        this.appends = parts.appends;
        this.snapshots = parts.snapshots;
        this.encoder = new EventEncoder(getEventSerializer(), parts.attributions, parts.chains, parts.vault);
    }

    PostgresEventStorageEngine(Builder builder) {
        this(builder, builder.parts());
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> messages, Serializer serializer) {
        if (messages.isEmpty()) {
            return;
        }
        var conditions = AppendConditions.take();
        try {
            while (!isStored(messages, conditions)) {
                // somebody turned out to have a key already, and it is at hand now
            }
        } catch (OutOfTurn outOfTurn) {
            handlePersistenceException(duplicate(outOfTurn), outOfTurn.event());
        } catch (AppendFailure.Refused refused) {
            refuse(refused, messages);
        } catch (AppendFailure.Broken broken) {
            throw new EventStoreException("The events could not be stored", broken);
        } catch (AppendFailure.NotSent | AppendFailure.OutcomeUnknown noAnswer) {
            throw new DataAccessResourceFailureException("The log did not say that the events are stored", noAnswer);
        }
    }

    private boolean isStored(List<? extends EventMessage<?>> messages, AppendConditions conditions) throws OutOfTurn {
        var made = new HashMap<UUID, NewKey>();
        var events = encoder.encode(messages, made);
        try {
            var keys = List.copyOf(made.values());
            remember(events, commits.append(new Append(events, keys, conditions.key(), conditions.values())));
            vault.stored(keys);
            return true;
        } catch (AppendFailure.Refused refused) {
            if (refused.refusal() instanceof Refusal.PersonHasKey(var person)) {
                vault.learn(List.of(person));
                return false;
            }
            throw refused;
        }
    }

    private void remember(List<NewEvent> events, Stored first) {
        for (var place = 0; place < events.size(); place++) {
            var event = events.get(place);
            chains.remember(event.stream().id(), event.sequence(), event.chain());
            appends.remember(event.stream().id(), event.sequence(), first.plus(place));
        }
    }

    private void refuse(AppendFailure.Refused refused, List<? extends EventMessage<?>> messages) {
        switch (refused.refusal()) {
            case Refusal.Conflict conflict -> {
                chains.forget(conflict.stream());
                handlePersistenceException(
                        duplicate(refused),
                        messages.stream()
                                .filter(message -> isIn(conflict, message))
                                .findFirst()
                                .orElseThrow());
            }
            case Refusal.KeyTaken taken -> throw new CommandKeyTaken(taken.caller(), taken.key(), refused);
            case Refusal.ValueTaken taken -> throw new ValueTaken(taken.kind());
            case Refusal.PersonHasKey known ->
                throw new IllegalStateException("not asked again for the key of " + known);
        }
    }

    private static boolean isIn(Refusal.Conflict conflict, EventMessage<?> message) {
        var stream = message instanceof DomainEventMessage<?> event
                ? event.getAggregateIdentifier()
                : message.getIdentifier();
        return LedgerIds.of(stream).id().equals(conflict.stream());
    }

    private static SQLException duplicate(Exception why) {
        return new SQLException(why.getMessage(), UNIQUE_VIOLATION, why);
    }

    @Override
    protected List<? extends DomainEventData<?>> fetchDomainEvents(String stream, long first, int batchSize) {
        var events = log.stream(stream, first, batchSize);
        if (!events.isEmpty()) {
            var last = events.getLast();
            chains.remember(LedgerIds.of(stream).id(), last.sequence(), last.chain());
        }
        return events.stream().map(PostgresEventStorageEngine::domainEvent).toList();
    }

    @Override
    protected List<? extends TrackedEventData<?>> fetchTrackedEvents(@Nullable TrackingToken last, int batchSize) {
        return log.trackedAfter(position(last), batchSize).stream()
                .map(row -> new TrackedDomainEventData<>(
                        new GlobalSequenceTrackingToken(row.clear().requirePosition()), trackedEvent(row)))
                .toList();
    }

    private static DomainEventData<String> trackedEvent(TrackedRow row) {
        var clear = domainEvent(row.clear());
        return row.hasSecrets() ? new UnopenedEventData(clear, row) : clear;
    }

    private static long position(@Nullable TrackingToken token) {
        return token == null ? 0 : token.position().orElse(0);
    }

    /** An event that no aggregate applied is stored as a stream of its own; readers get it back as it was published. */
    private static DomainEventData<String> domainEvent(LoggedEvent event) {
        var published = event.streamType() == null && event.streamId().equals(event.eventId());
        return new GenericDomainEventEntry<>(
                event.streamType(),
                published ? null : event.streamId(),
                event.sequence(),
                event.eventId(),
                event.recordedAt().toString(),
                event.type(),
                event.revision(),
                event.payload(),
                event.metaData());
    }

    @Override
    protected void storeSnapshot(DomainEventMessage<?> snapshot, Serializer serializer) {
        snapshots
                .orElseThrow(() -> new IllegalStateException("snapshots are off; see consular.ledger.snapshots"))
                .store(snapshot, serializer);
    }

    @Override
    protected Stream<? extends DomainEventData<?>> readSnapshotData(String stream) {
        return snapshots.stream().flatMap(kept -> kept.read(stream));
    }

    @Override
    public Optional<Long> lastSequenceNumberFor(String stream) {
        return log.lastSequence(stream).stream().boxed().findFirst();
    }

    @Override
    public TrackingToken createTailToken() {
        return new GlobalSequenceTrackingToken(0);
    }

    /** None while the log is empty, so that Axon does not take the first events of all for a replay. */
    @Override
    public @Nullable TrackingToken createHeadToken() {
        var head = log.head();
        return head == 0 ? null : new GlobalSequenceTrackingToken(head);
    }

    @Override
    public TrackingToken createTokenAt(Instant dateTime) {
        return new GlobalSequenceTrackingToken(log.before(dateTime));
    }

    /** What an engine works with. */
    record Parts(
            EventLog log,
            GroupCommit commits,
            StreamChains chains,
            RecentAppends appends,
            Optional<Snapshots> snapshots,
            Attribution.Source attributions,
            Vault vault) {}

    /** Takes Axon's settings, besides what the ledger brings. */
    static final class Builder extends BatchingEventStorageEngine.Builder {

        private final Parts parts;

        Builder(Parts parts) {
            this.parts = parts;
        }

        Parts parts() {
            return parts;
        }
    }
}
