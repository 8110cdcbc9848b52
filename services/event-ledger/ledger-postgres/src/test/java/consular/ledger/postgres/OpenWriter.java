package consular.ledger.postgres;

import consular.ledger.postgres.append.NewEvent;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Writes by hand in a transaction that stays open, as a slow writer on another node does. */
final class OpenWriter implements AutoCloseable {

    private static final String INSERT = """
        insert into event (batch, place, stream_id, sequence, event_id, slice, stream_type, type, revision,
                           effective_at, recorded_at, actor, clear, chain, leaf)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz, ?::timestamptz, ?, ?, ?, ?)
        """;

    private final Connection connection;
    private final long batch;
    private int place;

    OpenWriter(DataSource dataSource) throws SQLException {
        connection = dataSource.getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select next_event_batch()")) {
            row.next();
            batch = row.getLong(1);
        }
    }

    long batch() {
        return batch;
    }

    OpenWriter insert(List<NewEvent> events) throws SQLException {
        try (var statement = connection.prepareStatement(INSERT)) {
            for (var event : events) {
                statement.setLong(1, batch);
                statement.setInt(2, place++);
                statement.setObject(3, event.stream().id());
                statement.setLong(4, event.sequence());
                statement.setObject(5, event.eventId());
                statement.setInt(6, event.slice());
                statement.setString(7, event.stream().type());
                statement.setString(8, event.type());
                statement.setString(9, event.revision());
                statement.setString(10, event.effectiveAt());
                statement.setString(11, event.recordedAt());
                statement.setString(12, event.actor());
                statement.setBytes(13, event.clear());
                statement.setBytes(14, event.chain().bytes());
                statement.setBytes(15, event.leaf().bytes());
                statement.addBatch();
            }
            statement.executeBatch();
        }
        return this;
    }

    void execute(String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    void rollBack() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        connection.rollback();
        connection.close();
    }
}
