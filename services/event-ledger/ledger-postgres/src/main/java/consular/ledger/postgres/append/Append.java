package consular.ledger.postgres.append;

import consular.ledger.postgres.secrets.NewKey;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What is to be stored as a whole or not at all.
 *
 * @param events at least one; those of each stream in the order of their sequences, without a hole
 * @param newKeys keys of persons, stored with it; none of them may have one
 * @param key the key of the request that it answers, if it has one
 * @param values taken with it, each of which nobody else may have
 */
public record Append(
        List<NewEvent> events,
        List<NewKey> newKeys,
        @Nullable RequestKey key,
        List<UniqueValue> values) {

    public Append {
        events = List.copyOf(events);
        newKeys = List.copyOf(newKeys);
        values = List.copyOf(values);
        if (events.isEmpty()) {
            throw new IllegalArgumentException("an append without events");
        }
    }

    /** What makes nobody known. */
    public Append(List<NewEvent> events, @Nullable RequestKey key, List<UniqueValue> values) {
        this(events, List.of(), key, values);
    }

    Set<UUID> streams() {
        return events.stream().map(event -> event.stream().id()).collect(Collectors.toSet());
    }

    /**
     * The key under which a caller sent a request that was accepted.
     *
     * @param requestHash tells a repetition from another request under the same key; hexadecimal
     * @param stream the stream that is named in the answer
     * @param status the answer's status
     * @param answer JSON, or null if the events tell it
     */
    public record RequestKey(
            String caller,
            String key,
            String requestHash,
            String stream,
            long firstSequence,
            long lastSequence,
            int status,
            @Nullable String answer) {}

    /**
     * A value of which there may be one in the whole log, such as a number on a file.
     *
     * @param kind one word
     */
    public record UniqueValue(String kind, String value, UUID stream) {

        public UniqueValue {
            if (kind.isEmpty() || kind.contains(" ")) {
                throw new IllegalArgumentException("the kind of a value is one word, not '" + kind + "'");
            }
        }
    }
}
