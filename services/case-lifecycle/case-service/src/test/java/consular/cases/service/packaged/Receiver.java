package consular.cases.service.packaged;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A receiver of webhooks on loopback: it notes what it takes, and verifies as the how-to says. */
final class Receiver implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final List<Taken> taken = new ArrayList<>();
    private final HttpServer server;
    private volatile ToIntFunction<JsonNode> behaviour = _ -> 204;

    /** What was taken, with what it was signed. */
    record Taken(String id, String timestamp, String signatures, String body) {
        JsonNode event() {
            return JSON.readTree(body);
        }

        /** Whether whoever has the secret sent it, just now. */
        boolean isGenuine(String secret) {
            try {
                var key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
                var mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(key, "HmacSHA256"));
                var digest = mac.doFinal((id + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8));
                var expected = "v1," + Base64.getEncoder().encodeToString(digest);
                return Math.abs(Instant.now().getEpochSecond() - Long.parseLong(timestamp)) <= 300
                        && Stream.of(signatures.split(" ")).anyMatch(expected::equals);
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private Receiver(HttpServer server) {
        this.server = server;
    }

    static Receiver start() {
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            var receiver = new Receiver(server);
            server.createContext("/", receiver::receive);
            server.start();
            return receiver;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/visas";
    }

    /** Answers with these statuses from now on. */
    void behave(ToIntFunction<JsonNode> statuses) {
        behaviour = statuses;
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = exchange.getRequestHeaders();
            var status = behaviour.applyAsInt(JSON.readTree(body));
            if (status / 100 == 2) {
                synchronized (taken) {
                    taken.add(new Taken(
                            headers.getFirst("webhook-id"),
                            headers.getFirst("webhook-timestamp"),
                            headers.getFirst("webhook-signature"),
                            body));
                }
            }
            exchange.sendResponseHeaders(status, -1);
        }
    }

    List<Taken> taken() {
        synchronized (taken) {
            return List.copyOf(taken);
        }
    }

    List<Taken> of(HttpCase one) {
        return taken().stream()
                .filter(it -> it.event().get("subject").asString().equals(one.id()))
                .toList();
    }

    /** The types of a case's events in the order in which they were taken, each id once. */
    List<String> types(HttpCase one) {
        return of(one).stream()
                .map(it -> it.id() + " " + it.event().get("type").asString())
                .distinct()
                .map(it -> it.substring(it.indexOf(' ') + 1))
                .toList();
    }

    /** Waits until a case has so many events here. */
    void await(HttpCase one, int events) throws InterruptedException {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (types(one).size() < events) {
            if (System.nanoTime() > end) {
                throw new AssertionError("only " + types(one) + " came in a minute");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
