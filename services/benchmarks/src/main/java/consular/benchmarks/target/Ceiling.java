package consular.benchmarks.target;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** What the database does at best on this machine just now: the reference that figures stand beside. */
public final class Ceiling {
    /** About what one event with its metadata takes. */
    private static final String ROW = "{\"payload\": \"" + "x".repeat(700) + "\"}";

    private static final String INSERT =
            "insert into ceiling (stream, sequence, payload) values (gen_random_uuid()::text, ?, ?::jsonb)";

    private static final String LOG = """
        select event.type, event.clear
        from log_batch
        join event using (batch)
        order by log_batch.first_index, event.place
        """;

    private static final String STREAM =
            "select event.type, event.clear from event where stream_id = ?::uuid order by sequence";

    private Ceiling() {}

    /** Durable transactions a second of one inserted row each, by so many connections for so long. */
    public static double commits(DurablePostgres postgres, int connections, Duration duration) {
        try (var connection = postgres.connect();
                var statement = connection.createStatement()) {
            statement.execute("""
                create table if not exists ceiling (
                    id bigint generated always as identity primary key,
                    stream text not null,
                    sequence bigint not null,
                    payload jsonb not null,
                    unique (stream, sequence))
                """);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        var end = System.nanoTime() + duration.toNanos();
        var tasks = new ArrayList<Callable<Long>>();
        for (var i = 0; i < connections; i++) {
            tasks.add(() -> commitUntil(postgres, end));
        }
        try (var threads = Executors.newFixedThreadPool(connections)) {
            var commits = 0L;
            for (var task : threads.invokeAll(tasks)) {
                commits += task.get();
            }
            return commits / (duration.toNanos() / 1e9);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        } catch (ExecutionException failure) {
            throw new IllegalStateException(failure.getCause());
        }
    }

    private static long commitUntil(DurablePostgres postgres, long end) throws SQLException {
        var commits = 0L;
        try (var connection = postgres.connect()) {
            connection.setAutoCommit(false);
            try (var insert = connection.prepareStatement(INSERT)) {
                while (System.nanoTime() < end) {
                    insert.setLong(1, commits);
                    insert.setString(2, ROW);
                    insert.executeUpdate();
                    connection.commit();
                    commits++;
                }
            }
        }
        return commits;
    }

    /** Rows a second of the log, read in order with their content as it is stored, and not looked at. */
    public static double rowsRead(DurablePostgres postgres) {
        var began = System.nanoTime();
        var rows = 0L;
        try (var connection = postgres.connect()) {
            rows = read(connection);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return rows / ((System.nanoTime() - began) / 1e9);
    }

    private static long read(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.setFetchSize(2000);
            try (var row = statement.executeQuery(LOG)) {
                var rows = 0L;
                while (row.next()) {
                    if (row.getString(1) != null && row.getBytes(2) != null) {
                        rows++;
                    }
                }
                return rows;
            }
        }
    }

    /** Reads the rows of one stream in order, on a connection that is open and a statement that is prepared. */
    public static final class StreamReader implements AutoCloseable {
        private final Connection connection;
        private final PreparedStatement statement;

        /** @param streamId which must be a UUID */
        public StreamReader(DurablePostgres postgres, String streamId) {
            try {
                connection = postgres.connect();
                statement = connection.prepareStatement(STREAM);
                statement.setString(1, streamId);
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }

        /** How many rows there are. */
        public int read() {
            try (var row = statement.executeQuery()) {
                var rows = 0;
                while (row.next()) {
                    if (row.getString(1) != null && row.getBytes(2) != null) {
                        rows++;
                    }
                }
                return rows;
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }

        @Override
        public void close() {
            try {
                statement.close();
                connection.close();
            } catch (SQLException failure) {
                throw new IllegalStateException(failure);
            }
        }
    }
}
