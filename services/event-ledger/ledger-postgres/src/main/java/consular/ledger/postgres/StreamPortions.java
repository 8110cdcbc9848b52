package consular.ledger.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads many whole streams in portions that are bounded by bytes. The server hands out some rows at a time, and what is long is left out of
 * them and asked for one by one, so no more is in memory than a portion and some short events, however many and long there are.
 */
final class StreamPortions {

    /** A portion ends with the stream that takes it here. */
    static final int MOST_BYTES = LogPages.MOST_BYTES;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final String streams;
    private final String single;

    /** Portions of the columns of {@link StoredRow}, as {@link LogPages} has them. */
    StreamPortions(DataSource dataSource, String columns) {
        this.jdbc = new JdbcTemplate(dataSource);
        this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
        this.streams = streams(columns);
        this.single = """
            select null::bigint as position, %s
            from event
            where event.batch = ? and event.place = ?
            """.formatted(LogPages.whole(columns));
    }

    /** The same for those who ask for few. */
    static String atOnce(String columns) {
        return """
            select null::bigint as position, %s
            from event
            where event.stream_id = any (?::uuid[])
            order by event.stream_id, event.sequence
            """.formatted(LogPages.whole(columns));
    }

    static String streams(String columns) {
        return """
            select event.batch, event.place, null::bigint as position, %s
            from event
            where event.stream_id = any (?)
            order by event.stream_id, event.sequence
            """.formatted(LogPages.ifShort(columns));
    }

    /**
     * Hands the streams to the consumer by their ids, each whole and by sequence; in the transaction that this thread has, which the
     * consumer may use meanwhile, or in one of its own, since outside of any the server would hand out all at once.
     */
    void forEach(UUID[] ids, Consumer<List<StoredRow>> consumer) {
        transaction.executeWithoutResult(_ -> jdbc.execute((ConnectionCallback<Boolean>) connection -> {
            read(connection, ids, consumer);
            return true;
        }));
    }

    private void read(Connection connection, UUID[] ids, Consumer<List<StoredRow>> consumer) throws SQLException {
        try (var statement = connection.prepareStatement(streams);
                var alone = connection.prepareStatement(single)) {
            statement.setArray(1, connection.createArrayOf("uuid", ids));
            statement.setFetchSize(LogPages.MOST_EVENTS);
            try (var rows = statement.executeQuery()) {
                var portion = new Portion();
                while (rows.next()) {
                    if (portion.bytes >= MOST_BYTES && portion.endsBefore(rows.getObject("stream_id", UUID.class))) {
                        consumer.accept(portion.rows);
                        portion = new Portion();
                    }
                    add(rows, alone, portion);
                }
                if (!portion.rows.isEmpty()) {
                    consumer.accept(portion.rows);
                }
            }
        }
    }

    private static void add(ResultSet row, PreparedStatement alone, Portion portion) throws SQLException {
        if (!LogPages.isLong(row.getBytes("clear"), row.getBytes("secret"))) {
            portion.add(row);
            return;
        }
        alone.setLong(1, row.getLong("batch"));
        alone.setInt(2, row.getInt("place"));
        try (var whole = alone.executeQuery()) {
            if (whole.next()) {
                portion.add(whole);
            }
        }
    }

    private static final class Portion {
        private final List<StoredRow> rows = new ArrayList<>();
        private long bytes;

        private void add(ResultSet row) throws SQLException {
            var clear = row.getBytes("clear");
            var secret = row.getBytes("secret");
            rows.add(StoredRow.of(row, clear, secret));
            bytes += LogPages.length(clear) + LogPages.length(secret);
        }

        private boolean endsBefore(UUID stream) {
            return !rows.getLast().place().stream().equals(stream);
        }
    }
}
