package consular.cases.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.verifier.LedgerVerifier;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an auditor gets from the packaged service, and what the verifier of his own says of it. */
class AuditIT {
    private static final String AUDIT = "/api/v1/audit";
    private static final int CASES = 30;

    @TempDir
    private static Path folder;

    private static PackagedService service;
    private static String lastCase;

    @BeforeAll
    static void someCases() throws Exception {
        service = PackagedService.start("simulation", folder);
        for (var n = 0; n < CASES; n++) {
            var registered = service.send(
                    "POST", "/api/v1/cases", Requests.registration(Requests.caseNumber(), "MNL"), "intake");
            assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
            lastCase = "/api/v1/cases/"
                    + JsonMapper.shared()
                            .readTree(registered.body())
                            .get("caseId")
                            .asString();
            for (var note = 0; note < n; note++) {
                service.send("POST", lastCase + "/commands/AddCaseNote", "{\"text\": \"a note\"}", "officer-a");
            }
        }
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
    }

    @Test
    void the_whole_log_holds() throws Exception {
        awaitProof();
        var export = folder.resolve("case-log.zip");
        Files.write(export, bytes(AUDIT + "/export"));

        var report = verifier("verify", export.toString(), "--key", key().toString(), "--json");

        assertThat(report.get("verdict").asString()).isEqualTo("sound");
        assertThat(report.get("warnings")).isEmpty();
        assertThat(report.get("events").asLong()).isEqualTo(CASES + CASES * (CASES - 1) / 2);
    }

    @Test
    void a_case_holds() throws Exception {
        var file = folder.resolve("case.json");
        Files.write(file, awaitProof());

        var report = verifier("verify-case", file.toString(), "--key", key().toString(), "--json");

        assertThat(report.get("verdict").asString()).isEqualTo("sound");
        assertThat(report.get("events").asLong()).isEqualTo(CASES);
    }

    @Test
    void every_event_says_where_it_is_and_what_stands_for_it() throws Exception {
        awaitProof();
        var events = service.get(lastCase + "/events?limit=500", "auditor").get("items");
        for (var event : events) {
            var proof = service.get(AUDIT + "/proof/inclusion?logIndex=" + event.get("logIndex"), "auditor");
            assertThat(proof.get("leaf").asString()).isEqualTo(event.get("hash").asString());
        }
    }

    @Test
    void an_older_log_is_the_beginning_of_a_newer_one() throws Exception {
        awaitProof();
        var size = service.get(AUDIT + "/proof/inclusion?logIndex=0", "auditor")
                .get("size")
                .asLong();
        var proof = service.get(AUDIT + "/proof/consistency?from=3&to=" + size, "auditor");
        assertThat(proof.get("proof")).isNotEmpty();
    }

    @Test
    void checkpoints_are_published_in_the_data_folder() throws Exception {
        awaitProof();
        var published = folder.resolve("data").resolve("checkpoints").resolve("latest");
        assertThat(Files.readString(published)).startsWith("consular.invalid/cases\n");
    }

    /** It answers when a checkpoint covers the last event. */
    private static byte[] awaitProof() throws Exception {
        return bytes(lastCase + "/proof");
    }

    private static Path key() throws Exception {
        return Files.write(folder.resolve("log.vkey"), bytes(AUDIT + "/key"));
    }

    private static byte[] bytes(String path) throws Exception {
        var answer = service.ask(path, "auditor", HttpResponse.BodyHandlers.ofByteArray());
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** In a process of its own, as an auditor runs it. */
    private static JsonNode verifier(String... words) throws Exception {
        var jar = Path.of(LedgerVerifier.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString()));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command)
                .redirectError(folder.resolve("verifier.log").toFile())
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(output + Files.readString(folder.resolve("verifier.log")))
                .isZero();
        return JsonMapper.shared().readTree(output);
    }
}
