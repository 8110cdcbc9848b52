package consular.ledger.postgres;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A durable PostgreSQL server of one's own, that can be killed and started again where it was. */
final class CrashingServer implements AutoCloseable {

    private static final String DURABLE =
            "-c fsync=on -c synchronous_commit=on -c full_page_writes=on -c max_connections=60";

    private final Path data;
    private final Path log;
    private final Path programs;
    private final int port;
    private final String settings;

    CrashingServer(Path folder) throws IOException {
        this(folder, DURABLE);
    }

    /** One whose settings no command line holds fast, so that a reload may change them. */
    static CrashingServer reloadable(Path folder) throws IOException {
        return new CrashingServer(folder, "");
    }

    private CrashingServer(Path folder, String settings) throws IOException {
        this.settings = settings;
        data = folder.resolve("data");
        log = folder.resolve("server.log");
        // it unpacks the programs, initializes the cluster and chooses the port
        try (var first = EmbeddedPostgres.builder()
                .setPort(0)
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setServerConfig("fsync", "on")
                .start()) {
            port = first.getPort();
            programs = Path.of(ProcessHandle.of(postmaster())
                            .flatMap(process -> process.info().command())
                            .orElseThrow())
                    .getParent();
        }
        start();
    }

    TestDatabase database() {
        return TestDatabase.at("jdbc:postgresql://localhost:%d/postgres?user=postgres".formatted(port));
    }

    int port() {
        return port;
    }

    /** Waits until it has recovered. The one before may still be letting go of its memory. */
    void start() {
        for (var time = 0; time < 100; time++) {
            if (control("start", "-w", "-l", log.toString(), "-o", "-p " + port + " " + settings) == 0) {
                return;
            }
        }
        throw new IllegalStateException("the server does not start, see " + log);
    }

    void stopImmediately() {
        control("stop", "-m", "immediate", "-w");
    }

    void killPostmaster() throws IOException {
        kill(postmaster());
    }

    static void kill(long process) {
        ProcessHandle.of(process).ifPresent(handle -> {
            handle.destroyForcibly();
            handle.onExit()
                    .orTimeout(10, TimeUnit.SECONDS)
                    .exceptionally(_ -> handle)
                    .join();
        });
    }

    private long postmaster() throws IOException {
        return Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
    }

    private int control(String... arguments) {
        var command = new ArrayList<String>();
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL refuses to run as root
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(programs.resolve("pg_ctl").toString(), "-D", data.toString()));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        stopImmediately();
    }
}
