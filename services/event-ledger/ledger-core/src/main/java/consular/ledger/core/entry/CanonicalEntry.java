package consular.ledger.core.entry;

import consular.ledger.core.hash.Hash;
import consular.ledger.core.json.JsonString;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The one sequence of bytes that stands for an entry: JSON in the canonical form of RFC 8785, so members in the order of their
 * names and no white space. Hashes and identifiers are lower-case hexadecimal, so {@code sha256sum} is all an auditor needs.
 */
public final class CanonicalEntry {

    private CanonicalEntry() {}

    /** The canonical bytes of an entry. */
    public static byte[] encode(Entry entry) {
        var json = new StringBuilder(640);
        json.append("{\"actor\":");
        JsonString.write(json, entry.actor());
        json.append(",\"c_clear\":\"").append(entry.clear().hex()).append("\",\"c_secret\":");
        writeHash(json, entry.secret());
        json.append(",\"effective_at\":\"").append(Timestamps.format(entry.effectiveAt()));
        json.append("\",\"event_id\":\"").append(entry.eventId());
        json.append("\",\"prev\":\"").append(entry.previous().hex());
        json.append("\",\"recorded_at\":\"").append(Timestamps.format(entry.recordedAt()));
        json.append("\",\"revision\":");
        writeText(json, entry.revision());
        json.append(",\"sequence\":").append(entry.sequence());
        json.append(",\"slice\":").append(entry.slice());
        json.append(",\"stream_id\":\"").append(entry.streamId()).append("\",\"stream_type\":");
        writeText(json, entry.streamType());
        json.append(",\"type\":");
        JsonString.write(json, entry.type());
        json.append(",\"v\":1}");
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The entry for which these bytes stand, or why they stand for none. What decodes, encodes to the same bytes. */
    public static Decoding decode(byte[] bytes) {
        var cursor = new EntryCursor();
        if (!cursor.read(bytes, 0, bytes.length)) {
            return new Decoding.NotCanonical(cursor.stoppedAt(), cursor.expected());
        }
        var entry = cursor.entry();
        return cursor.slice() == entry.slice()
                ? new Decoding.Decoded(entry)
                : new Decoding.NotCanonical(cursor.stoppedAt(), "slice " + entry.slice() + ", which is the stream's");
    }

    private static void writeHash(StringBuilder json, @Nullable Hash hash) {
        if (hash == null) {
            json.append("null");
        } else {
            json.append('"').append(hash.hex()).append('"');
        }
    }

    private static void writeText(StringBuilder json, @Nullable String text) {
        if (text == null) {
            json.append("null");
        } else {
            JsonString.write(json, text);
        }
    }
}
