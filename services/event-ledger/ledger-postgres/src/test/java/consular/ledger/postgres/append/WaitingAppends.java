package consular.ledger.postgres.append;

import consular.ledger.core.hash.Hash;
import consular.ledger.postgres.append.Append.RequestKey;
import consular.ledger.postgres.append.Append.UniqueValue;
import consular.ledger.postgres.secrets.StoredPart;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Appends to wait, on streams that are told by numbers. */
final class WaitingAppends {

    private WaitingAppends() {}

    static WaitingAppend waiting(int... streams) {
        return waiting(append(null, List.of(), streams));
    }

    static WaitingAppend waiting(Append append) {
        return new WaitingAppend(append, System.nanoTime() + TimeUnit.MINUTES.toNanos(1));
    }

    /** One event, so long in what anyone may read, and in what is under a key. */
    static WaitingAppend waitingLong(int stream, int clear, int secret) {
        var sealed = new StoredPart.Sealed(new UUID(1, stream), new byte[32], new byte[32], new byte[secret]);
        return waiting(new Append(List.of(event(stream, clear, List.of(sealed))), null, List.of()));
    }

    static Append append(@Nullable RequestKey key, List<UniqueValue> values, int... streams) {
        return new Append(
                IntStream.of(streams)
                        .mapToObj(stream -> event(stream, 0, List.of()))
                        .toList(),
                key,
                values);
    }

    private static NewEvent event(int stream, int clear, List<StoredPart.Sealed> secrets) {
        return new NewEvent(
                new NewEvent.Stream(new UUID(0, stream), null, null),
                0,
                UUID.randomUUID(),
                null,
                0,
                "type",
                null,
                "2026-03-02T12:00:00Z",
                "2026-03-02T12:00:00Z",
                "actor",
                new byte[clear],
                secrets,
                Hash.ZERO,
                Hash.ZERO,
                Hash.ZERO);
    }

    static RequestKey key(String caller, String key) {
        return new RequestKey(caller, key, "00", "stream", 0, 0, 200, null);
    }

    static UniqueValue value(String kind, String value, int stream) {
        return new UniqueValue(kind, value, new UUID(0, stream));
    }
}
