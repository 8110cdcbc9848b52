package consular.cases.service.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The jar that the build made, running on loopback with an embedded PostgreSQL in a folder. */
public final class PackagedService implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(10);
    private static final JsonMapper JSON = JsonMapper.shared();

    private final Process process;
    private final int port;
    private final Path output;
    private final HttpClient client = HttpClient.newHttpClient();

    private PackagedService(Process process, int port, Path output) {
        this.process = process;
        this.port = port;
        this.output = output;
    }

    /** Starts the service under a profile, with its data in {@code folder}, and waits until it is ready. */
    public static PackagedService start(String profile, Path folder, String... arguments) {
        return start(profile, folder, Map.of(), arguments);
    }

    static PackagedService start(String profile, Path folder, Map<String, String> environment, String... arguments) {
        var port = freePort();
        var output = folder.resolve("service.log");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                jar().toString(),
                "--spring.profiles.active=" + profile,
                "--server.port=" + port,
                "--consular.data-dir=" + folder.resolve("data")));
        command.addAll(Arrays.asList(arguments));
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            var service = new PackagedService(builder.start(), port, output);
            service.awaitReady();
            return service;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Path jar() {
        var jar = Path.of("target", "case-service.jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar.toAbsolutePath() + " is not there: package the module first");
        }
        return jar.toAbsolutePath();
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void awaitReady() {
        var deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            if (isReady()) {
                return;
            }
            pause();
        }
        close();
        throw new IllegalStateException("the service did not become ready:\n" + log());
    }

    private boolean isReady() {
        try {
            return send("GET", "/actuator/health/readiness", null, null).statusCode() == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(100);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** The answer to a GET as JSON, whatever its status. */
    public JsonNode get(String path, String user) {
        return JSON.readTree(send("GET", path, null, user).body());
    }

    /** Sends a request as a demonstration user with the password {@code local}; headers as name, value. */
    public HttpResponse<String> send(
            String method, String path, @Nullable String body, @Nullable String user, String... headers) {
        return exchange(method, path, body, user, BodyHandlers.ofString(), headers);
    }

    /** The answer to a GET in whatever form; headers as name, value. */
    <T> HttpResponse<T> ask(String path, @Nullable String user, HttpResponse.BodyHandler<T> form, String... headers) {
        return exchange("GET", path, null, user, form, headers);
    }

    /** A connection of its own, for what no client would do. */
    Socket connect() throws IOException {
        var socket = new Socket();
        socket.setReceiveBufferSize(4_096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        return socket;
    }

    private <T> HttpResponse<T> exchange(
            String method,
            String path,
            @Nullable String body,
            @Nullable String user,
            HttpResponse.BodyHandler<T> form,
            String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(90))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (user != null) {
            var credentials = Base64.getEncoder().encodeToString((user + ":local").getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + credentials);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), form);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** What the service has printed so far. */
    public String log() {
        try {
            return Files.readString(output);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Where it listens. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** The number of its process. */
    long pid() {
        return process.pid();
    }

    /** What its threads are, and what they are at. */
    String threads() {
        var jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        try {
            var asked = new ProcessBuilder(jcmd, String.valueOf(pid()), "Thread.print")
                    .redirectErrorStream(true)
                    .start();
            try (var answer = asked.getInputStream()) {
                return new String(answer.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Ends it as a power cut would. */
    public void kill() {
        process.destroyForcibly();
        await();
    }

    @Override
    public void close() {
        process.destroy();
        await();
        client.close();
    }

    private void await() {
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
