package consular.cases.service.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the script signs in, in front of a service that lets nobody in. */
class ImportScriptTest {
    private final Map<String, String> seen = new ConcurrentHashMap<>();
    private HttpServer service;

    @TempDir
    private Path folder;

    @BeforeEach
    void listen() throws Exception {
        service = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        service.createContext("/", exchange -> {
            var sent = exchange.getRequestHeaders();
            seen.put("sign-in", sent.getFirst("Authorization"));
            seen.put("key", sent.getFirst("Idempotency-Key"));
            exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(401, -1);
            exchange.close();
        });
        service.start();
    }

    @AfterEach
    void stop() {
        service.stop(0);
    }

    private void send(Map<String, String> environment, String... options) throws Exception {
        var file = Files.writeString(folder.resolve("history.csv"), "abc");
        var end = ImportScript.run(
                URI.create("http://127.0.0.1:" + service.getAddress().getPort()), environment, file, options);
        assertThat(end.status()).as(end.printed()).isEqualTo(1);
        assertThat(end.printed()).contains("the service answered 401");
    }

    @Test
    void a_password_is_sent_as_it_is_whatever_stands_in_it() throws Exception {
        send(Map.of("IMPORT_PASSWORD", "a\"b\\c d#e:f"), "--user", "o\"neill");
        assertThat(seen.get("sign-in"))
                .isEqualTo("Basic " + Base64.getEncoder().encodeToString("o\"neill:a\"b\\c d#e:f".getBytes(UTF_8)));
        // SHA-256 of the file, as FIPS 180-2 gives it in its first example
        assertThat(seen.get("key")).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void a_token_goes_before_a_password() throws Exception {
        send(Map.of("IMPORT_PASSWORD", "local", "IMPORT_TOKEN", "e30.e30.c2ln"));
        assertThat(seen.get("sign-in")).isEqualTo("Bearer e30.e30.c2ln");
    }

    @Test
    void without_one_and_with_nobody_to_type_it_nothing_is_sent() throws Exception {
        var file = Files.writeString(folder.resolve("history.jsonl"), "{}");
        var end = ImportScript.run(
                URI.create("http://127.0.0.1:" + service.getAddress().getPort()), Map.of(), file);
        assertThat(end.status()).isNotZero();
        assertThat(seen).isEmpty();
    }
}
