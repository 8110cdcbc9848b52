package consular.cases.service.packaged;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
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
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The jar that the build made, running on loopback with an embedded PostgreSQL in a folder. */
public final class PackagedService implements AutoCloseable {
    private static final Duration LONGEST_START = Duration.ofMinutes(10);
    private static final JsonMapper JSON = JsonMapper.shared();

    /** How Tomcat says where it listens. */
    private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+) ");

    /** Variables from which Java takes options, and says so. */
    static final Set<String> JAVAS_OWN = Set.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    /** Longer than the service itself waits for what it is at. */
    private static final long LONGEST_END_SECONDS = 30;

    private final Process process;
    private final Path output;
    private final HttpClient client = HttpClient.newHttpClient();

    /** None until it listens. */
    private int port;

    private PackagedService(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Starts the service under a profile, with its data in {@code folder}, and waits until it is ready. */
    public static PackagedService start(String profile, Path folder, String... arguments) {
        return start(profile, folder, Map.of(), arguments);
    }

    static PackagedService start(String profile, Path folder, Map<String, String> environment, String... arguments) {
        return start(PreparedJar.command(), profile, folder, environment, arguments);
    }

    /** Starts it as Java is told to. */
    static PackagedService start(
            List<String> java, String profile, Path folder, Map<String, String> environment, String... arguments) {
        var output = folder.resolve("service.log");
        var command = new ArrayList<String>();
        command.add(PreparedJar.java());
        command.addAll(java);
        command.add("--spring.profiles.active=" + profile);
        // the system gives it a port, which nobody else can have taken meanwhile
        command.add("--server.port=0");
        command.add("--logging.level.org.springframework.boot.tomcat.TomcatWebServer=INFO");
        command.add("--consular.data-dir=" + folder.resolve("data"));
        command.addAll(Arrays.asList(arguments));
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
            // what a machine tells every Java process would be a line of the log
            builder.environment().keySet().removeAll(JAVAS_OWN);
            builder.environment().putAll(environment);
            var service = new PackagedService(builder.start(), output);
            service.awaitReady();
            return service;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void awaitReady() {
        var deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            if (listens() && isReady()) {
                return;
            }
            pause();
        }
        close();
        throw new IllegalStateException("the service did not become ready:\n" + log());
    }

    private boolean listens() {
        if (port == 0) {
            var said = PORT.matcher(log());
            port = said.find() ? Integer.parseInt(said.group(1)) : 0;
        }
        return port != 0;
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

    /** The answer to a GET that says what it has to have seen, once it has, or after half a minute. */
    HttpResponse<String> awaitSeen(String path, @Nullable String user, String... headers) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        var answer = send("GET", path, null, user, headers);
        while (answer.statusCode() == 503 && answer.body().contains("NOT_YET_VISIBLE") && System.nanoTime() < end) {
            answer = send("GET", path, null, user, headers);
        }
        return answer;
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
            // it may end within a character
            return new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
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
        await(LONGEST_END_SECONDS);
    }

    @Override
    public void close() {
        end(LONGEST_END_SECONDS);
    }

    /** Ends it, which may take so long. */
    void end(long longestSeconds) {
        process.destroy();
        await(longestSeconds);
        client.close();
    }

    private void await(long longestSeconds) {
        try {
            if (!process.waitFor(longestSeconds, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
