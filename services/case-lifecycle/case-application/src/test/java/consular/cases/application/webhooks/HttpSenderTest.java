package consular.cases.application.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import consular.cases.application.webhooks.targets.NameResolver;
import consular.cases.application.webhooks.targets.Targets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An event is posted to the address that was looked at, and whatever the receiver does, the attempt ends soon. */
class HttpSenderTest {
    private static final byte[] BODY = "{\"id\": \"1\"}".getBytes(StandardCharsets.UTF_8);
    private static final NameResolver LOOPBACK = _ -> new InetAddress[] {InetAddress.getLoopbackAddress()};

    private final List<String> received = new ArrayList<>();
    private final AtomicInteger elsewhere = new AtomicInteger();
    private HttpServer server;

    @FunctionalInterface
    private interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/elsewhere", exchange -> {
            elsewhere.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static WebhookProperties properties(Duration timeout) {
        return new WebhookProperties(
                5,
                2,
                timeout,
                Duration.ofSeconds(1),
                Duration.ofHours(1),
                Duration.ofMinutes(5),
                30,
                Duration.ofDays(5),
                Duration.ofDays(90),
                timeout.multipliedBy(4),
                Set.of(443),
                true);
    }

    private Answer send(Duration timeout, NameResolver names, boolean loopback, Behaviour behaviour)
            throws IOException {
        server.createContext("/hook", exchange -> {
            synchronized (received) {
                received.add(exchange.getRequestMethod() + " "
                        + exchange.getRequestHeaders().getFirst("Content-type") + " "
                        + exchange.getRequestHeaders().getFirst("Webhook-id") + " "
                        + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            }
            try (exchange) {
                behaviour.answer(exchange);
            }
        });
        var targets = new Targets(names, Set.of(443), loopback);
        try (var sender = new HttpSender(targets, properties(timeout))) {
            var target =
                    URI.create("http://hooks.example.org:" + server.getAddress().getPort() + "/hook");
            return sender.send(target, Map.of("webhook-id", "event-1"), BODY);
        }
    }

    private Answer send(Behaviour behaviour) throws IOException {
        return send(Duration.ofSeconds(20), LOOPBACK, true, behaviour);
    }

    @Test
    void an_event_is_posted_as_it_is_with_its_headers() throws IOException {
        assertThat(send(exchange -> exchange.sendResponseHeaders(204, -1))).isEqualTo(new Answer.Accepted());
        assertThat(received)
                .containsExactly("POST application/cloudevents+json; charset=UTF-8 event-1 {\"id\": \"1\"}");
    }

    @Test
    void a_status_that_is_no_success_refuses_it_and_may_ask_for_patience() throws IOException {
        assertThat(send(exchange -> {
                    exchange.getResponseHeaders().set("Retry-After", "120");
                    exchange.sendResponseHeaders(503, -1);
                }))
                .isEqualTo(new Answer.Refused(503, Duration.ofMinutes(2)));
    }

    @Test
    void one_that_is_gone_says_so() throws IOException {
        assertThat(send(exchange -> exchange.sendResponseHeaders(410, -1))).isEqualTo(new Answer.Gone());
    }

    @Test
    void no_redirect_is_followed() throws IOException {
        assertThat(send(exchange -> {
                    exchange.getResponseHeaders().set("Location", "/elsewhere");
                    exchange.sendResponseHeaders(307, -1);
                }))
                .isEqualTo(new Answer.Refused(307, Duration.ZERO));
        assertThat(elsewhere).hasValue(0);
    }

    @Test
    void an_answer_without_end_is_not_read_to_its_end() throws IOException {
        var written = new AtomicInteger();
        assertThat(send(exchange -> {
                    exchange.sendResponseHeaders(200, 0);
                    var piece = new byte[64 << 10];
                    try {
                        for (var i = 0; i < 10_000; i++) {
                            exchange.getResponseBody().write(piece);
                            written.addAndGet(piece.length);
                        }
                    } catch (IOException cutOff) {
                        assertThat(cutOff).isNotNull();
                    }
                }))
                .isEqualTo(new Answer.Accepted());
        assertThat(written.get()).isLessThan(600 << 20);
    }

    @Test
    void one_that_does_not_answer_is_given_up_in_time() throws IOException {
        var begun = System.nanoTime();
        assertThat(send(Duration.ofSeconds(1), LOOPBACK, true, exchange -> park()))
                .isEqualTo(new Answer.Unreachable(Answer.Kind.TIMEOUT));
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void one_that_answers_a_byte_at_a_time_is_given_up_in_time() throws Exception {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var sender =
                        new HttpSender(new Targets(LOOPBACK, Set.of(443), true), properties(Duration.ofSeconds(1)))) {
            var drip = Thread.ofVirtual().start(() -> drip(socket));
            var target = URI.create("http://hooks.example.org:" + socket.getLocalPort() + "/hook");
            assertThat(sender.send(target, Map.of(), BODY)).isEqualTo(new Answer.Unreachable(Answer.Kind.TIMEOUT));
            drip.join(Duration.ofSeconds(20));
            assertThat(drip.isAlive()).isFalse();
        }
    }

    private static void drip(ServerSocket socket) {
        try (var connection = socket.accept()) {
            connection.getOutputStream().write("HTTP/1.1 200 OK\r\nX: ".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                connection.getOutputStream().write('x');
                Thread.sleep(Duration.ofMillis(100));
            }
        } catch (IOException | InterruptedException cutOff) {
            assertThat(cutOff).isNotNull();
        }
    }

    private static void park() {
        try {
            Thread.sleep(Duration.ofSeconds(15));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void a_name_that_leads_inside_by_now_is_not_connected_to() throws IOException {
        // it was public when the subscription was made
        assertThat(send(Duration.ofSeconds(20), LOOPBACK, false, exchange -> exchange.sendResponseHeaders(200, -1)))
                .isEqualTo(new Answer.Unreachable(Answer.Kind.ADDRESS_REFUSED));
        assertThat(received).isEmpty();
    }

    @Test
    void the_connection_goes_to_the_address_that_was_looked_at() throws IOException {
        var asked = new AtomicInteger();
        NameResolver rebinding = _ -> new InetAddress[] {
            asked.getAndIncrement() == 0 ? InetAddress.getLoopbackAddress() : InetAddress.ofLiteral("192.0.2.1")
        };
        assertThat(send(Duration.ofSeconds(20), rebinding, true, exchange -> exchange.sendResponseHeaders(200, -1)))
                .isEqualTo(new Answer.Accepted());
        assertThat(asked).as("it is asked for once for a connection").hasValue(1);
    }

    @Test
    void nobody_there_is_no_answer() throws IOException {
        int port;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = socket.getLocalPort();
        }
        try (var sender =
                new HttpSender(new Targets(LOOPBACK, Set.of(443), true), properties(Duration.ofSeconds(20)))) {
            assertThat(sender.send(URI.create("http://hooks.example.org:" + port + "/"), Map.of(), BODY))
                    .isEqualTo(new Answer.Unreachable(Answer.Kind.NO_CONNECTION));
        }
    }
}
