package consular.ledger.postgres;

import consular.ledger.core.entry.CanonicalEntry;
import consular.ledger.core.entry.Chain;
import consular.ledger.core.entry.Commitments;
import consular.ledger.core.entry.Entry;
import consular.ledger.core.hash.Hash;
import consular.ledger.core.tree.TreeHasher;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The log as evidence: its entries in their canonical form, made anew from the rows, so that whoever verifies them verifies
 * what the database now holds and not what it once hashed.
 */
final class LoggedEntries {

    /** As {@code EventLog.AFTER}, and with the chain that the event before it in the stream has. */
    static final String FROM = """
        select event.stream_id, event.stream_name, event.sequence, event.event_id, event.event_name, event.slice,
               event.type, event.revision, event.effective_at, event.recorded_at, event.actor, event.clear,
               event.chain, event.leaf, before.chain as previous
        from log_batch
        join event on event.batch = log_batch.batch and event.place >= ? - log_batch.first_index
        left join event as before on before.stream_id = event.stream_id and before.sequence = event.sequence - 1
        where log_batch.first_index >= (
            select coalesce(max(earlier.first_index), 0) from log_batch as earlier where earlier.first_index <= ?)
        order by log_batch.first_index, event.place
        limit ?
        """;

    private final JdbcClient jdbc;

    LoggedEntries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One entry.
     *
     * @param canonical its canonical bytes
     * @param clear its clear part
     * @param agrees whether the row's own leaf, chain, slice and identifiers are those that follow from the rest of it
     */
    @SuppressWarnings("ArrayRecordComponent") // it is handed on, and never compared
    record LoggedEntry(byte[] canonical, byte[] clear, boolean agrees) {}

    /** The first {@code limit} entries from an index on, in the order of the log. */
    List<LoggedEntry> from(long index, int limit) {
        return jdbc.sql(FROM)
                .params(index, index, limit)
                .query((row, _) -> entry(row))
                .list();
    }

    private static LoggedEntry entry(ResultSet row) throws SQLException {
        var clear = row.getBytes("clear");
        var entry = new Entry(
                row.getObject("stream_id", UUID.class),
                row.getLong("sequence"),
                row.getObject("event_id", UUID.class),
                row.getString("type"),
                row.getString("revision"),
                instant(row, "effective_at"),
                instant(row, "recorded_at"),
                row.getString("actor"),
                Commitments.clear(clear),
                null,
                previous(row));
        var canonical = CanonicalEntry.encode(entry);
        return new LoggedEntry(canonical, clear, agrees(row, entry, canonical));
    }

    /** Where the event before is gone, the chain begins anew, and whoever verifies notices. */
    private static Hash previous(ResultSet row) throws SQLException {
        byte @Nullable [] chain = row.getBytes("previous");
        return chain == null ? Chain.START : Hash.at(chain, 0);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static boolean agrees(ResultSet row, Entry entry, byte[] canonical) throws SQLException {
        return TreeHasher.leaf(canonical).equals(Hash.at(row.getBytes("leaf"), 0))
                && Chain.next(entry.previous(), canonical).equals(Hash.at(row.getBytes("chain"), 0))
                && entry.slice() == row.getInt("slice")
                && isNameOf(row.getString("stream_name"), entry.streamId())
                && isNameOf(row.getString("event_name"), entry.eventId());
    }

    private static boolean isNameOf(@Nullable String name, UUID id) {
        return name == null || LedgerIds.of(name).id().equals(id);
    }
}
