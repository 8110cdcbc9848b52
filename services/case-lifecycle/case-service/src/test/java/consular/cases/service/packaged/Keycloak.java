package consular.cases.service.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A Keycloak of its own on loopback, from the distribution that the build unpacked, with the realm of {@code ops/keycloak}. */
final class Keycloak implements AutoCloseable {
    static final String PASSWORD = "of-every-user";
    static final String SECRET = "of-every-client";

    private static final Path REALM = Path.of("..", "..", "..", "ops", "keycloak", "consular-realm.json");
    private static final String ROOT = "root";
    /** Below those that Linux and others give away by themselves, from 32768 and from 49152 on. */
    private static final int FIRST_PORT = 20_000;

    private static final int LAST_PORT = 32_000;

    private static final Duration LONGEST_START = Duration.ofMinutes(3);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> signedIn = new HashMap<>();
    private final Process process;
    private final Path output;
    private final int port;

    private Keycloak(Process process, Path output, int port) {
        this.process = process;
        this.output = output;
        this.port = port;
    }

    /** Begins to start it; what else a test needs can start meanwhile. */
    static Keycloak begin(Path folder) throws IOException {
        var home = Path.of(System.getProperty("keycloak.home"));
        var imported = Files.createDirectories(home.resolve("data").resolve("import"));
        Files.copy(REALM, imported.resolve("consular-realm.json"), StandardCopyOption.REPLACE_EXISTING);
        var output = folder.resolve("keycloak.log");
        var port = freePort();
        var builder = new ProcessBuilder(
                        "bash",
                        home.resolve("bin").resolve("kc.sh").toString(),
                        "start-dev",
                        "--import-realm",
                        "--db=dev-mem",
                        "--http-host=127.0.0.1",
                        "--http-port=" + port,
                        "--features-disabled=admin,account")
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment()
                .putAll(Map.of(
                        "JAVA_HOME", System.getProperty("java.home"),
                        "JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1",
                        "KC_BOOTSTRAP_ADMIN_USERNAME", ROOT,
                        "KC_BOOTSTRAP_ADMIN_PASSWORD", ROOT,
                        "CONSULAR_USERS_PASSWORD", PASSWORD,
                        "CONSULAR_CLIENTS_SECRET", SECRET));
        return new Keycloak(builder.start(), output, port);
    }

    /**
     * A port that is free, and that the system gives to nobody who asks for any: the service is told of it before Keycloak listens, and
     * meanwhile others start that ask for any.
     */
    private static int freePort() throws IOException {
        while (true) {
            var port = ThreadLocalRandom.current().nextInt(FIRST_PORT, LAST_PORT);
            try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (BindException _) {
                // somebody has it
            }
        }
    }

    void await() throws IOException, InterruptedException {
        var deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (System.nanoTime() < deadline && process.isAlive()) {
            if (isReady()) {
                return;
            }
            TimeUnit.MILLISECONDS.sleep(250);
        }
        throw new IllegalStateException("Keycloak did not become ready:\n" + Files.readString(output));
    }

    private boolean isReady() throws InterruptedException {
        try {
            return send(HttpRequest.newBuilder(URI.create(issuer() + "/.well-known/openid-configuration")))
                            .statusCode()
                    == 200;
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    String issuer() {
        return at("127.0.0.1", "consular");
    }

    private String at(String host, String realm) {
        return "http://" + host + ":" + port + "/realms/" + realm;
    }

    /** A token of a person of the realm: a password is hashed slowly, so each signs in once. */
    String tokenOf(String user) throws InterruptedException {
        var token = signedIn.get(user);
        if (token == null) {
            token = newTokenOf(user);
            signedIn.put(user, token);
        }
        return token;
    }

    /** The token of a person who signs in now. */
    String newTokenOf(String user) throws InterruptedException {
        return tokens(issuer(), scripts(user)).get("access_token").stringValue();
    }

    /** The token of a person, from the same keys, by a name of the host that makes another issuer. */
    String tokenByAnotherName(String user) throws InterruptedException {
        return tokens(at("localhost", "consular"), scripts(user))
                .get("access_token")
                .stringValue();
    }

    /** All that a person gets who asks for an ID token, too. */
    JsonNode everyTokenOf(String user) throws InterruptedException {
        return tokens(issuer(), scripts(user) + "&scope=openid");
    }

    /** The token of a person for something else than the service. */
    String tokenForAnotherAudience(String user) throws InterruptedException {
        return tokens(
                        issuer(),
                        form(Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                user,
                                "password",
                                PASSWORD)))
                .get("access_token")
                .stringValue();
    }

    /** The token of the dashboard, which signs in as itself. */
    String tokenOfDashboard() throws InterruptedException {
        return tokens(
                        issuer(),
                        form(Map.of(
                                "grant_type", "client_credentials",
                                "client_id", "consular-dashboard",
                                "client_secret", SECRET)))
                .get("access_token")
                .stringValue();
    }

    /** The token of somebody of another realm. */
    String tokenOfAnotherRealm() throws InterruptedException {
        return tokens(
                        at("127.0.0.1", "master"),
                        form(Map.of(
                                "grant_type",
                                "password",
                                "client_id",
                                "admin-cli",
                                "username",
                                ROOT,
                                "password",
                                ROOT)))
                .get("access_token")
                .stringValue();
    }

    /** The keys as the realm publishes them. */
    String keys() throws InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(issuer() + "/protocol/openid-connect/certs")))
                .body();
    }

    /** Lets the tokens for scripts live so many seconds from now on. */
    void letTokensLive(int seconds) throws InterruptedException {
        var clients = "http://127.0.0.1:" + port + "/admin/realms/consular/clients";
        var authorization = "Bearer " + tokenOfAnotherRealm();
        var found = send(HttpRequest.newBuilder(URI.create(clients + "?clientId=consular-scripts"))
                .header("Authorization", authorization));
        var id = JsonMapper.shared().readTree(found.body()).get(0).get("id").stringValue();
        var changed = send(HttpRequest.newBuilder(URI.create(clients + "/" + id))
                .header("Authorization", authorization)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString("""
                    {"attributes": {"access.token.lifespan": "%d"}}\
                    """.formatted(seconds))));
        if (changed.statusCode() != 204) {
            throw new IllegalStateException(changed.statusCode() + " " + changed.body());
        }
    }

    private static String scripts(String user) {
        return form(Map.of(
                "grant_type", "password",
                "client_id", "consular-scripts",
                "client_secret", SECRET,
                "username", user,
                "password", PASSWORD));
    }

    private static String form(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> member.getKey() + "=" + URLEncoder.encode(member.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }

    private JsonNode tokens(String issuer, String form) throws InterruptedException {
        var answer = send(HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        }
        return JsonMapper.shared().readTree(answer.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws InterruptedException {
        try {
            return client.send(request.timeout(Duration.ofSeconds(30)).build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Ends it, and what it began beside itself. */
    @Override
    public void close() throws InterruptedException {
        var all = List.of(process.descendants().toArray(ProcessHandle[]::new));
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        all.forEach(ProcessHandle::destroyForcibly);
        client.close();
    }
}
