package consular.ledger.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;

import consular.ledger.core.hash.Hash;
import consular.ledger.postgres.secrets.Place;
import consular.ledger.postgres.secrets.PlainEvent;
import consular.ledger.postgres.secrets.StoredPart;
import consular.ledger.postgres.secrets.Vault;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the log.
 *
 * @param event what anyone may read of it
 * @param secrets what is under keys
 */
record StoredRow(LoggedEvent event, Place place, List<StoredPart> secrets) {

    static StoredRow of(ResultSet row, int rowNumber) throws SQLException {
        return of(row, row.getBytes("clear"), row.getBytes("secret"));
    }

    static StoredRow of(ResultSet row, byte[] clear, byte @Nullable [] secret) throws SQLException {
        var end = endOfMetaData(clear);
        var sequence = row.getLong("sequence");
        var stream = row.getObject("stream_id", UUID.class);
        var eventId = row.getObject("event_id", UUID.class);
        var event = new LoggedEvent(
                row.getObject("position", Long.class),
                row.getString("stream_type"),
                text(stream, row.getString("stream_name")),
                sequence,
                text(eventId, row.getString("event_name")),
                row.getString("type"),
                row.getString("revision"),
                new String(clear, 0, end, UTF_8),
                new String(clear, end + 1, clear.length - end - 1, UTF_8),
                row.getString("actor"),
                row.getObject("effective_at", OffsetDateTime.class).toInstant(),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                Hash.at(row.getBytes("chain"), 0),
                Hash.at(row.getBytes("leaf"), 0));
        return new StoredRow(event, new Place(stream, sequence, eventId), StoredPart.read(secret));
    }

    private static String text(UUID id, @Nullable String name) {
        return LedgerIds.text(id, name);
    }

    private static int endOfMetaData(byte[] clear) {
        for (var at = 0; at < clear.length; at++) {
            if (clear[at] == '\n') {
                return at;
            }
        }
        throw new IllegalStateException("a stored event has no line of metadata");
    }

    boolean hasSecrets() {
        return !secrets.isEmpty();
    }

    Vault.Stored stored() {
        var plain = new PlainEvent(
                event.streamId(),
                event.type(),
                event.revision(),
                event.metaData().getBytes(UTF_8),
                event.payload().getBytes(UTF_8));
        return new Vault.Stored(place, plain, secrets);
    }

    /** The event with what was under keys. */
    LoggedEvent with(PlainEvent plain) {
        return event.with(new String(plain.metaData(), UTF_8), new String(plain.payload(), UTF_8));
    }
}
