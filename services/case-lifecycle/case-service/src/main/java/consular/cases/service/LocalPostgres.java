package consular.cases.service;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A PostgreSQL server of the service's own, on loopback and a free port, with its data in a folder. */
final class LocalPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LocalPostgres.class);
    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final long LONGEST_STOP_SECONDS = 30;

    private final EmbeddedPostgres server;

    private LocalPostgres(EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts the server on the data of {@code folder}, which is made when it is not there. Durable: what
     * was acknowledged survives.
     *
     * @throws UncheckedIOException when the server does not start
     */
    static LocalPostgres start(Path folder) {
        var data = folder.toAbsolutePath().normalize().resolve("postgres");
        var began = System.nanoTime();
        try {
            Files.createDirectories(data.getParent());
            stopOrphan(data);
            var server = EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    // it stops when the service has stopped using it, not at the same time
                    .setRegisterShutdownHook(false)
                    .setPort(0)
                    .setPGStartupWait(LONGEST_START)
                    .setServerConfig("fsync", "on")
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on")
                    .setServerConfig("max_connections", "60")
                    .setServerConfig("shared_buffers", "128MB")
                    .start();
            LOG.info(
                    "embedded PostgreSQL ready on port {} after {} ms",
                    server.getPort(),
                    TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began));
            return new LocalPostgres(server);
        } catch (IOException failure) {
            throw new UncheckedIOException("the embedded PostgreSQL in " + data + " does not start", failure);
        }
    }

    /** A service that was killed leaves its server running; nobody else may use its folder meanwhile. */
    private static void stopOrphan(Path data) throws IOException {
        var pidFile = data.resolve("postmaster.pid");
        if (!Files.exists(pidFile)) {
            return;
        }
        var pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().strip());
        var process = ProcessHandle.of(pid).filter(LocalPostgres::isPostgres);
        if (process.isPresent()) {
            if (process.get().parent().filter(LocalPostgres::isJava).isPresent()) {
                throw new IOException("another service is running on " + data.getParent()
                        + "; stop it, or give this one its own folder with --consular.data-dir");
            }
            LOG.info("stopping the PostgreSQL that an earlier run left behind, process {}", pid);
            process.get().destroy();
            try {
                process.get().onExit().get(LONGEST_STOP_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            } catch (java.util.concurrent.ExecutionException | TimeoutException stuck) {
                throw new IOException("the PostgreSQL left behind by an earlier run does not stop", stuck);
            }
        }
    }

    private static boolean isPostgres(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.contains("postgres"))
                .isPresent();
    }

    private static boolean isJava(ProcessHandle process) {
        return process.info()
                .command()
                .filter(command -> command.endsWith("java"))
                .isPresent();
    }

    /** The address of its one database. */
    String jdbcUrl() {
        return server.getJdbcUrl("postgres", "postgres");
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException failure) {
            LOG.warn("the embedded PostgreSQL did not stop cleanly", failure);
        }
    }
}
