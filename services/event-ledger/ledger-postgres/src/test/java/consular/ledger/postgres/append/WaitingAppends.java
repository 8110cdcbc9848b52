package consular.ledger.postgres.append;

import consular.ledger.core.hash.Hash;
import consular.ledger.postgres.append.Append.RequestKey;
import consular.ledger.postgres.append.Append.UniqueValue;
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

    static Append append(@Nullable RequestKey key, List<UniqueValue> values, int... streams) {
        return new Append(
                IntStream.of(streams)
                        .mapToObj(stream -> new NewEvent(
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
                                new byte[0],
                                List.of(),
                                Hash.ZERO,
                                Hash.ZERO,
                                Hash.ZERO))
                        .toList(),
                key,
                values);
    }

    static RequestKey key(String caller, String key) {
        return new RequestKey(caller, key, "00", "stream", 0, 0, 200, null);
    }

    static UniqueValue value(String kind, String value, int stream) {
        return new UniqueValue(kind, value, new UUID(0, stream));
    }
}
