package consular.benchmarks.ledger;

import consular.ledger.core.entry.CanonicalEntry;
import consular.ledger.core.entry.Chain;
import consular.ledger.core.entry.Commitments;
import consular.ledger.core.entry.Entry;
import consular.ledger.core.tree.TreeHasher;
import consular.ledger.postgres.append.Append;
import consular.ledger.postgres.append.NewEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/** Appends as the service makes them: 530 bytes an event, chained and hashed, under a key. */
final class Appends {

    private static final byte[] CLEAR =
            ("{\"actor\":\"officer-a\",\"role\":\"ADJUDICATOR\",\"decision\":\"7\"}\n{\"text\":\""
                            + "x".repeat(460)
                            + "\"}")
                    .getBytes(StandardCharsets.UTF_8);

    private Appends() {}

    /** One event on a stream of its own, under a key of its own. */
    static Append single() {
        var stream = random();
        var key = new Append.RequestKey(
                "officer-a", random().toString(), "00".repeat(32), stream.toString(), 0, 0, 200, null);
        return new Append(events(stream, 1), key, List.of());
    }

    /** Many events on a stream of its own. */
    static Append bulk(int events) {
        return new Append(events(random(), events), null, List.of());
    }

    static List<NewEvent> events(UUID stream, int count) {
        var now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        var events = new ArrayList<NewEvent>(count);
        var previous = Chain.START;
        for (var sequence = 0; sequence < count; sequence++) {
            var id = random();
            var entry = new Entry(
                    stream,
                    "case",
                    sequence,
                    id,
                    "CaseNoteAdded",
                    "1",
                    now,
                    now,
                    "officer-a",
                    Commitments.clear(CLEAR),
                    null,
                    previous);
            var canonical = CanonicalEntry.encode(entry);
            var chain = Chain.next(previous, canonical);
            events.add(new NewEvent(
                    new NewEvent.Stream(stream, "case", null),
                    sequence,
                    id,
                    null,
                    entry.slice(),
                    "CaseNoteAdded",
                    "1",
                    now.toString(),
                    now.toString(),
                    "officer-a",
                    CLEAR,
                    List.of(),
                    previous,
                    chain,
                    TreeHasher.leaf(canonical)));
            previous = chain;
        }
        return events;
    }

    /** Random, as identifiers of cases are, and cheap. */
    private static UUID random() {
        var random = ThreadLocalRandom.current();
        return new UUID((random.nextLong() & ~0xf000L) | 0x4000L, (random.nextLong() >>> 2) | 0x8000_0000_0000_0000L);
    }
}
