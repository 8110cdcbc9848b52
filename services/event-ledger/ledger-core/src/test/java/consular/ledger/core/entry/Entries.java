package consular.ledger.core.entry;

import consular.ledger.core.hash.Hash;
import consular.ledger.core.hash.Sha256;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Entries to try things on. */
public final class Entries {

    public static final UUID STREAM = UUID.fromString("018f3c9e-7a1b-7c2d-8e3f-a0b1c2d3e4f5");

    private static final Instant DAY = Instant.parse("2024-03-05T02:00:00Z");

    /** Quotes, escapes, all lengths of UTF-8, and the borders between them. */
    private static final String[] LETTERS = {
        "a",
        "Z",
        "0",
        " ",
        "\"",
        "\\",
        "/",
        "\b",
        "\t",
        "\n",
        "\f",
        "\r",
        "\u0000",
        "\u0007",
        "\u000b",
        "\u000e",
        "\u001f",
        "\u007f",
        "\u0080",
        "\u07ff",
        "\u0800",
        "\u20ac",
        "\ud7ff",
        "\ue000",
        "\uffff",
        "\ud800\udc00",
        "\ud83d\ude00",
        "\udbff\udfff",
        "\u00e9",
        "\u2028"
    };

    private Entries() {}

    /** A plain one, as of the ADR. */
    public static Entry plain() {
        return new Entry(
                STREAM,
                "Case",
                0,
                UUID.fromString("018f3c9e-7a1b-7c2d-8e3f-000000000001"),
                "CaseOpened",
                "1",
                DAY,
                DAY.plusNanos(123_456_000),
                "officer-a",
                Commitments.clear("{}".getBytes(StandardCharsets.UTF_8)),
                null,
                Chain.START);
    }

    /** One of a stream, the last of which had this chain. */
    public static Entry of(UUID streamId, long sequence, Hash previous) {
        var name = streamId + "/" + sequence;
        return new Entry(
                streamId,
                sequence % 3 == 0 ? null : "Something",
                sequence,
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)),
                "SomethingHappened",
                null,
                DAY.plusSeconds(sequence),
                DAY.plusSeconds(sequence).plusNanos(1000),
                "officer-a",
                Commitments.clear(clearPart(streamId, sequence)),
                sequence % 2 == 0 ? null : Hash.ofHex("ab".repeat(32)),
                previous);
    }

    public static byte[] clearPart(UUID streamId, long sequence) {
        return ("{\"of\":\"" + streamId + "/" + sequence + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    static Entry random(Random random) {
        return new Entry(
                new UUID(random.nextLong(), random.nextLong()),
                maybe(random, text(random)),
                random.nextLong() >>> 11 >>> random.nextInt(53),
                new UUID(random.nextLong(), random.nextLong()),
                text(random),
                maybe(random, text(random)),
                moment(random),
                moment(random),
                text(random),
                hash(random),
                maybe(random, hash(random)),
                hash(random));
    }

    private static <T> @Nullable T maybe(Random random, T value) {
        return random.nextBoolean() ? value : null;
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (var length = 1 + random.nextInt(20); length > 0; length--) {
            text.append(LETTERS[random.nextInt(LETTERS.length)]);
        }
        return text.toString();
    }

    private static Instant moment(Random random) {
        var first = Instant.parse("0000-01-01T00:00:00Z").getEpochSecond();
        var last = Instant.parse("9999-12-31T23:59:59Z").getEpochSecond();
        return Instant.ofEpochSecond(random.nextLong(first, last + 1), random.nextInt(1_000_000) * 1000L);
    }

    private static Hash hash(Random random) {
        var bytes = new byte[8];
        random.nextBytes(bytes);
        return new Sha256().hash(bytes);
    }
}
