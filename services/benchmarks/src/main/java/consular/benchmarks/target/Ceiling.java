package consular.benchmarks.target;

import java.sql.Connection;
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

    /** Rows a second of the log as text, read in order and not looked at. */
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
            try (var row = statement.executeQuery(
                    "select payload_type, payload::text, meta_data::text from event_log order by global_index")) {
                var rows = 0L;
                while (row.next()) {
                    if (row.getString(2) != null && row.getString(3) != null) {
                        rows++;
                    }
                }
                return rows;
            }
        }
    }
}
