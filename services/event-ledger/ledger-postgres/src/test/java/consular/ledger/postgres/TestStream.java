package consular.ledger.postgres;

import consular.ledger.core.entry.CanonicalEntry;
import consular.ledger.core.entry.Chain;
import consular.ledger.core.entry.Commitments;
import consular.ledger.core.entry.Entry;
import consular.ledger.core.hash.Hash;
import consular.ledger.core.tree.TreeHasher;
import consular.ledger.postgres.append.Append;
import consular.ledger.postgres.append.NewEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One stream as its only writer knows it: what it would append next, with the right chain. */
final class TestStream {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final UUID id;
    private long next;
    private Hash chain = Chain.START;

    TestStream(UUID id) {
        this.id = id;
    }

    TestStream() {
        this(UUID.randomUUID());
    }

    /** As it is now. */
    TestStream copy() {
        var copy = new TestStream(id);
        copy.next = next;
        copy.chain = chain;
        return copy;
    }

    UUID id() {
        return id;
    }

    /** The sequence of the event that comes next. */
    long next() {
        return next;
    }

    /** What comes next, whether or not it will be stored. */
    List<NewEvent> peek(int count) {
        return peek(count, "application");
    }

    List<NewEvent> peek(int count, String actor) {
        var events = new ArrayList<NewEvent>(count);
        var previous = chain;
        for (var step = 0; step < count; step++) {
            var event = event(next + step, previous, actor, "java.lang.String");
            previous = event.chain();
            events.add(event);
        }
        return events;
    }

    /** What comes after these. */
    void stored(List<NewEvent> events) {
        next = events.getLast().sequence() + 1;
        chain = events.getLast().chain();
    }

    Append append(int count) {
        return new Append(peek(count), null, List.of());
    }

    /** One that leaves a hole. */
    Append gap() {
        return new Append(List.of(event(next + 1, chain, "application", "java.lang.String")), null, List.of());
    }

    /** One that no text column of PostgreSQL can hold. */
    Append poison() {
        var event = event(next, chain, "application", "java.lang.String");
        return new Append(
                List.of(new NewEvent(
                        event.stream(),
                        event.sequence(),
                        event.eventId(),
                        "name\u0000",
                        event.slice(),
                        event.type(),
                        event.revision(),
                        event.effectiveAt(),
                        event.recordedAt(),
                        event.actor(),
                        event.clear(),
                        event.secrets(),
                        event.previous(),
                        event.chain(),
                        event.leaf())),
                null,
                List.of());
    }

    /** One that cannot even be sent. */
    @SuppressWarnings("NullAway") // that is what is wrong with it
    Append unsendable() {
        var event = event(next, chain, "application", "java.lang.String");
        return new Append(
                List.of(new NewEvent(
                        event.stream(),
                        event.sequence(),
                        event.eventId(),
                        null,
                        event.slice(),
                        event.type(),
                        event.revision(),
                        event.effectiveAt(),
                        event.recordedAt(),
                        event.actor(),
                        event.clear(),
                        event.secrets(),
                        event.previous(),
                        event.chain(),
                        null)),
                null,
                List.of());
    }

    private NewEvent event(long sequence, Hash previous, String actor, String type) {
        return event(sequence, previous, actor, type, null);
    }

    private NewEvent event(long sequence, Hash previous, String actor, String type, @Nullable String revision) {
        var eventId = UUID.randomUUID();
        var clear = "{}\n\"%s, step %d\"".formatted(id, sequence).getBytes(StandardCharsets.UTF_8);
        var entry = new Entry(
                id,
                "Example",
                sequence,
                eventId,
                type,
                revision,
                NOON,
                NOON.plusSeconds(sequence),
                actor,
                Commitments.clear(clear),
                null,
                previous);
        var canonical = CanonicalEntry.encode(entry);
        return new NewEvent(
                new NewEvent.Stream(id, "Example", null),
                sequence,
                eventId,
                null,
                entry.slice(),
                type,
                revision,
                entry.effectiveAt().toString(),
                entry.recordedAt().toString(),
                actor,
                clear,
                List.of(),
                previous,
                Chain.next(previous, canonical),
                TreeHasher.leaf(canonical));
    }
}
