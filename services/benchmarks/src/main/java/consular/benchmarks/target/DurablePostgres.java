package consular.benchmarks.target;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * A PostgreSQL server in a temporary folder, with the settings that the packaged service gives its own: every
 * acknowledged commit is on disk.
 */
public final class DurablePostgres implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(1);

    private final TemporaryFolder folder = new TemporaryFolder();
    private final EmbeddedPostgres server;

    public DurablePostgres() {
        try {
            server = EmbeddedPostgres.builder()
                    .setDataDirectory(folder.path().resolve("postgres"))
                    .setCleanDataDirectory(false)
                    .setPort(0)
                    .setPGStartupWait(LONGEST_START)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "60")
                    .setServerConfig("shared_buffers", "128MB")
                    .start();
        } catch (IOException failure) {
            folder.close();
            throw new UncheckedIOException("the embedded PostgreSQL does not start", failure);
        }
    }

    /** Its one database. */
    public String jdbcUrl() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    /** Where the key may lie that its data of persons is under. */
    Path keyFile() {
        return folder.path().resolve("persons.key");
    }

    /** Where the key may lie that signs the log's checkpoints. */
    Path signingKeyFile() {
        return folder.path().resolve("log.key");
    }

    /** A session of its own. */
    public Connection connect() throws SQLException {
        return server.getPostgresDatabase().getConnection();
    }

    /** The processor time of the server's processes that are alive. */
    public Duration cpu() {
        try (var lines = Files.lines(folder.path().resolve("postgres").resolve("postmaster.pid"))) {
            return lines.findFirst().map(String::strip).map(Long::parseLong).flatMap(ProcessHandle::of).stream()
                    .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants()))
                    .flatMap(process -> process.info().totalCpuDuration().stream())
                    .reduce(Duration.ZERO, Duration::plus);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            System.err.println("the embedded PostgreSQL did not stop cleanly: " + failure.getMessage());
        } finally {
            folder.close();
        }
    }
}
