package consular.benchmarks.target;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The packaged service as a process of its own on loopback, started by whoever measures it and stopped by its handle. */
public final class PackagedService implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(3);
    private static final Duration LOOK_EVERY = Duration.ofMillis(5);
    private static final long LONGEST_STOP_SECONDS = 60;
    private static final Pattern DATABASE_READY =
            Pattern.compile("embedded PostgreSQL ready on port \\d+ after (\\d+) ms");

    private final Process process;
    private final int port;
    private final Path data;
    private final Path log;
    private final Duration start;
    private final Duration cpuWhenReady;

    private PackagedService(Process process, int port, Path data, Path log, long began) {
        this.process = process;
        this.port = port;
        this.data = data;
        this.log = log;
        this.start = awaitReady(began);
        this.cpuWhenReady = process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /**
     * Starts the service and returns when it is ready.
     *
     * @param jar the service, packaged or extracted
     * @param data the folder of its data, which may be missing
     * @param options of the JVM
     * @throws IllegalStateException when it ends first, or takes too long
     */
    public static PackagedService start(Path jar, Path data, List<String> options) {
        try {
            var port = freePort();
            var log = Files.createTempFile(data.toAbsolutePath().getParent(), "service", ".log");
            var began = System.nanoTime();
            var process = run(jar, data, options, log, "--server.port=" + port);
            return new PackagedService(process, port, data, log, began);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Extracts the jar and makes an ahead-of-time cache beside it, as the run command of the clone does.
     *
     * @return the extracted jar; the cache is {@link #cacheOf}
     */
    public static Path extract(Path jar, Path folder) {
        try {
            var extracted = folder.resolve("app");
            var scratch = Files.createDirectory(folder.resolve("training"));
            var log = folder.resolve("training.log");
            await(new ProcessBuilder(
                            java(), "-Djarmode=tools", "-jar", jar.toString(), "extract", "--destination",
                            extracted.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start());
            var app = extracted.resolve(jar.getFileName());
            var data = scratch.resolve("data");
            await(run(
                    app,
                    data,
                    List.of("-XX:AOTCacheOutput=" + cacheOf(app), "-Dspring.context.exit=onRefresh"),
                    log,
                    "--server.port=0"));
            // The JVM halts in mid-start, so its database is left running.
            var _ = postmaster(data).map(ProcessHandle::destroy);
            if (!Files.exists(cacheOf(app))) {
                throw new IllegalStateException("no ahead-of-time cache came of the training; see " + log);
            }
            return app;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    public static Path cacheOf(Path extracted) {
        return extracted.resolveSibling("service.aot");
    }

    private static Process run(Path jar, Path data, List<String> options, Path log, String port) throws IOException {
        var command = new ArrayList<String>();
        command.add(java());
        command.addAll(options);
        command.addAll(List.of(
                "-jar",
                jar.toString(),
                "--spring.profiles.active=local",
                "--consular.samples=false",
                "--consular.data-dir=" + data,
                port));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** The Java that runs this. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    private static void await(Process process) {
        try {
            if (!process.waitFor(LONGEST_START.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("a process took longer than anyone should wait");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Duration awaitReady(long began) {
        while (System.nanoTime() - began < LONGEST_START.toNanos()) {
            if (isReady()) {
                return Duration.ofNanos(System.nanoTime() - began);
            }
            if (!process.isAlive()) {
                throw new IllegalStateException("the service ended before it was ready:\n" + logged());
            }
            LockSupport.parkNanos(LOOK_EVERY.toNanos());
        }
        close();
        throw new IllegalStateException("the service is not ready after " + LONGEST_START + ":\n" + logged());
    }

    /** With a bare socket: a client that warms itself up would count as the service's time. */
    private boolean isReady() {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout((int) LONGEST_START.toMillis());
            socket.getOutputStream()
                    .write("GET /actuator/health/readiness HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            return statusLine(socket.getInputStream()).contains(" 200");
        } catch (IOException notYet) {
            return false;
        }
    }

    private static String statusLine(InputStream answer) throws IOException {
        var line = new StringBuilder();
        for (var character = answer.read(); character >= 0 && character != '\r'; character = answer.read()) {
            line.append((char) character);
        }
        return line.toString();
    }

    private String logged() {
        try {
            return Files.readString(log);
        } catch (IOException failure) {
            return "(its log can't be read: " + failure.getMessage() + ")";
        }
    }

    /** The processor time that its JVM and its database have taken so far. */
    public Duration cpu() {
        return Stream.concat(Stream.of(process()), database().stream())
                .flatMap(each -> each.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** From the process's start to the first answer that it is ready. */
    public Duration startTime() {
        return start;
    }

    /** The processor time that the JVM had taken by then, which a busy machine changes less. */
    public Duration cpuWhenReady() {
        return cpuWhenReady;
    }

    /** How long its embedded PostgreSQL took, as it says in its log; empty when it does not say. */
    public OptionalLong databaseMillis() {
        return DATABASE_READY
                .matcher(logged())
                .results()
                .mapToLong(line -> Long.parseLong(line.group(1)))
                .findFirst();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The JVM. */
    public ProcessHandle process() {
        return process.toHandle();
    }

    /** Its PostgreSQL: the postmaster and its children. */
    public List<ProcessHandle> database() {
        return postmaster(data).stream()
                .flatMap(postmaster -> Stream.concat(Stream.of(postmaster), postmaster.descendants()))
                .toList();
    }

    private static Optional<ProcessHandle> postmaster(Path data) {
        try (var lines = Files.lines(data.resolve("postgres").resolve("postmaster.pid"))) {
            return lines.findFirst().map(String::strip).map(Long::parseLong).flatMap(ProcessHandle::of);
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** Asks it to stop and waits until it and its database have. */
    @Override
    public void close() {
        var database = postmaster(data);
        process.destroy();
        try {
            if (!process.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
        database.filter(ProcessHandle::isAlive).ifPresent(ProcessHandle::destroy);
    }
}
