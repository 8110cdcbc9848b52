package consular.cases.service.packaged;

import static java.util.Map.entry;

import com.nimbusds.jose.JOSEException;
import consular.ledger.postgres.OperatorsScripts;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** What the profile production needs from outside: an issuer of tokens, and a PostgreSQL server that keeps what it says is kept. */
final class Production implements AutoCloseable {
    private final Path folder;
    private final LocalIssuer issuer = new LocalIssuer();
    private final EmbeddedPostgres database;

    /** With keys and checkpoints in a folder. */
    Production(Path folder) throws IOException, JOSEException {
        this.folder = folder;
        database = EmbeddedPostgres.builder()
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .start();
        OperatorsScripts.makeRoles(database);
    }

    LocalIssuer issuer() {
        return issuer;
    }

    EmbeddedPostgres database() {
        return database;
    }

    /** Starts a process that has the folder for itself. */
    PackagedService start() {
        return start(Map.of());
    }

    /** The same with settings beside those that the profile needs, or in their place. */
    PackagedService start(Map<String, String> more, String... arguments) {
        return PackagedService.start("production", folder, settings(more), arguments);
    }

    /** What a process is told, with settings beside those that the profile needs, or in their place. */
    Map<String, String> settings(Map<String, String> more) {
        var url = url(database.getPort());
        var settings = new HashMap<>(Map.ofEntries(
                entry("SPRING_FLYWAY_URL", url),
                entry("SPRING_FLYWAY_USER", "case_owner"),
                entry("SPRING_FLYWAY_PASSWORD", "not-a-secret"),
                entry("SPRING_DATASOURCE_URL", url),
                entry("SPRING_DATASOURCE_USERNAME", "case_service"),
                entry("SPRING_DATASOURCE_PASSWORD", "not-a-secret"),
                entry("SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI", issuer.uri()),
                entry("CONSULAR_PUBLIC_URL", "https://production.example"),
                // a test asks as fast as it can, and one person for many
                entry("CONSULAR_RATE_LIMIT_ENABLED", "false"),
                entry("CONSULAR_ADMISSION_PER_PERSON", "256"),
                // what a cluster may give to every container is not asked for
                entry("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:9"),
                entry("CONSULAR_LEDGER_ORIGIN", "production.example/log"),
                entry("CONSULAR_LEDGER_SIGNING_KEY", folder.resolve("log.key").toString()),
                entry("CONSULAR_LEDGER_CREATE_SIGNING_KEY", "true"),
                entry(
                        "CONSULAR_LEDGER_KEY_ENCRYPTION_KEY",
                        folder.resolve("persons.key").toString()),
                entry("CONSULAR_LEDGER_CREATE_KEY_ENCRYPTION_KEY", "true"),
                entry(
                        "CONSULAR_LEDGER_CHECKPOINTS",
                        folder.resolve("checkpoints").toString())));
        settings.putAll(more);
        return settings;
    }

    /** The setting of the database that the service finds on a port. */
    static Map<String, String> databaseOn(int port) {
        return Map.of("SPRING_DATASOURCE_URL", url(port));
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    @Override
    public void close() throws IOException {
        database.close();
        issuer.close();
    }
}
