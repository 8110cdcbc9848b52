package consular.ledger.postgres;

import consular.ledger.postgres.secrets.StoredPart;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the log in its order, in pages that are bounded by bytes as by count: nobody says how long an event may be, and
 * whoever reads hundreds of them must not need more memory where they are long. What is long in a page is left out of the
 * first answer, and asked for one by one until the page is long enough; short events, as they mostly are, cost nothing more.
 */
final class LogPages<T> {

    /** A page ends with the event that takes it here. */
    static final int MOST_BYTES = 4 << 20;

    /** What is longer is not read together with others. */
    private static final int SHORT = 8 << 10;

    static final int MOST_EVENTS = MOST_BYTES / SHORT;

    private static final String CLEAR = "event.clear";
    private static final String CLEAR_IF_SHORT =
            "case when octet_length(event.clear) <= %d then event.clear end as clear".formatted(SHORT);

    private final JdbcClient jdbc;
    private final String page;
    private final String single;
    private final Reading<T> reading;

    /** Pages of some columns: {@code %s} stands in them first for what anyone may read of an event, then for what is under keys. */
    LogPages(JdbcClient jdbc, String columns, Reading<T> reading) {
        this.jdbc = jdbc;
        this.page = page(columns);
        this.single = """
            select %s
            from event
            join log_batch on log_batch.batch = event.batch
            where event.batch = ? and event.place = ?
            """.formatted(whole(columns));
        this.reading = reading;
    }

    /** The columns as they are read of events that come in other ways. */
    static String whole(String columns) {
        return columns.formatted(CLEAR, StoredPart.COLUMN);
    }

    /** The same without what is long: no text that anyone may read, or no bytes of what is under keys. */
    static String ifShort(String columns) {
        return columns.formatted(CLEAR_IF_SHORT, StoredPart.columnIfUpTo(SHORT));
    }

    /** Whether something was left out of a row of {@link #ifShort}. */
    static boolean isLong(byte @Nullable [] clear, byte @Nullable [] secret) {
        return clear == null || (secret != null && secret.length == 0);
    }

    static long length(byte @Nullable [] bytes) {
        return bytes == null ? 0 : bytes.length;
    }

    /** By count and not by a range of indexes; it begins within the batch that the last reader stopped in. */
    static String page(String columns) {
        return """
            select event.batch, event.place, %s
            from log_batch
            join event on event.batch = log_batch.batch and event.place >= ? - log_batch.first_index
            where log_batch.first_index >= (
                select coalesce(max(earlier.first_index), 0) from log_batch as earlier where earlier.first_index <= ?)
            order by log_batch.first_index, event.place
            limit ?
            """.formatted(ifShort(columns));
    }

    /** The first events from an index on. */
    Page<T> from(long index, long limit) {
        var most = (int) Math.min(limit, MOST_EVENTS);
        var found = jdbc.sql(page)
                .params(index, index, most)
                .query((row, _) -> found(row))
                .list();
        var values = new ArrayList<T>();
        var bytes = 0L;
        for (var one : found) {
            if (bytes >= MOST_BYTES) {
                return new Page<>(values, true);
            }
            var read = one.read == null ? single(one) : one.read;
            values.add(read.value);
            bytes += read.bytes;
        }
        return new Page<>(values, found.size() == MOST_EVENTS);
    }

    private Found<T> found(ResultSet row) throws SQLException {
        var clear = row.getBytes("clear");
        var secret = row.getBytes("secret");
        return new Found<>(
                row.getLong("batch"),
                row.getInt("place"),
                clear == null || isLong(clear, secret) ? null : read(row, clear, secret));
    }

    private Read<T> single(Found<T> event) {
        return jdbc.sql(single)
                .params(event.batch, event.place)
                .query((row, _) -> read(row, row.getBytes("clear"), row.getBytes("secret")))
                .single();
    }

    private Read<T> read(ResultSet row, byte[] clear, byte @Nullable [] secret) throws SQLException {
        return new Read<>(reading.of(row, clear, secret), length(clear) + length(secret));
    }

    /**
     * A part of the log.
     *
     * @param isCut whether there may be more even if it has fewer events than were asked for
     */
    record Page<T>(List<T> events, boolean isCut) {}

    /** What is read of a row. */
    interface Reading<T> {
        T of(ResultSet row, byte[] clear, byte @Nullable [] secret) throws SQLException;
    }

    private record Found<T>(long batch, int place, @Nullable Read<T> read) {}

    private record Read<T>(T value, long bytes) {}
}
