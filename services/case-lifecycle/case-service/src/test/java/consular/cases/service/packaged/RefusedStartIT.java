package consular.cases.service.packaged;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Starts that the packaged service refuses, each with one line that says why. */
class RefusedStartIT {
    @TempDir
    private Path folder;

    @Test
    void production_without_its_settings() throws Exception {
        assertThat(refusal("production"))
                .contains(
                        "SPRING_DATASOURCE_URL",
                        "SPRING_SECURITY_OAUTH2_RESOURCESERVER_JWT_ISSUER_URI",
                        "CONSULAR_LEDGER_SIGNING_KEY",
                        "CONSULAR_LEDGER_KEY_ENCRYPTION_KEY",
                        "CONSULAR_LEDGER_CHECKPOINTS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"production,local", "local,production", "production,simulation", "simulation,production"})
    void production_with_a_profile_that_has_demo_users(String profiles) throws Exception {
        assertThat(refusal(profiles)).contains("the profile production stands alone");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void production_that_would_send_webhooks_to_this_machine() throws Exception {
        assertThat(refusal(
                        "production",
                        "--spring.datasource.url=jdbc:postgresql://127.0.0.1:1/cases",
                        "--spring.datasource.username=x",
                        "--spring.datasource.password=x",
                        "--spring.security.oauth2.resourceserver.jwt.issuer-uri=https://issuer.example",
                        "--consular.public-url=https://cases.example",
                        "--consular.ledger.origin=example/log",
                        "--consular.ledger.checkpoints=none",
                        "--consular.ledger.signing-key=log.key",
                        "--consular.ledger.key-encryption-key=persons.key",
                        "--consular.webhooks.allow-loopback=true"))
                .contains("consular.webhooks.allow-loopback");
    }

    @Test
    void kafka_without_brokers() throws Exception {
        assertThat(refusal("simulation,kafka")).contains("CONSULAR_KAFKA_BOOTSTRAP_SERVERS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "collector:4318", "http://collector:4318", "http://collector:4318/"})
    void traces_to_what_is_no_address_of_a_collector(String endpoint) throws Exception {
        assertThat(refusal("local", "--management.opentelemetry.tracing.export.otlp.endpoint=" + endpoint))
                .contains("MANAGEMENT_OPENTELEMETRY_TRACING_EXPORT_OTLP_ENDPOINT is to be the address of a collector");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    /** The one line that it printed. */
    private String refusal(String profiles, String... arguments) throws IOException, InterruptedException {
        var output = folder.resolve("service.log");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-jar",
                Path.of("target", "case-service.jar").toAbsolutePath().toString(),
                "--spring.profiles.active=" + profiles,
                "--server.port=0",
                "--consular.data-dir=" + folder.resolve("data")));
        command.addAll(Arrays.asList(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeAll(PackagedService.JAVAS_OWN);
        var process = builder.start();
        try {
            assertThat(process.waitFor(180, TimeUnit.SECONDS)).as("it ends").isTrue();
            assertThat(process.exitValue()).isNotZero();
        } finally {
            process.destroyForcibly();
        }
        var lines = Files.readString(output, UTF_8).lines().toList();
        assertThat(lines).hasSize(1);
        return lines.getFirst();
    }
}
