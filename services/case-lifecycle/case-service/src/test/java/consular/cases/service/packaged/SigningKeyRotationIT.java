package consular.cases.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.verifier.LedgerVerifier;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The key of the log is changed as operators do it, and an auditor verifies what was signed before and after. */
class SigningKeyRotationIT {
    private static final String ORIGIN = "consular.invalid/cases";
    private static final Path SCRIPTS = Path.of("..", "..", "..", "ops", "ledger");

    @TempDir
    private Path folder;

    @Test
    void the_whole_log_holds_under_both_keys_and_not_under_the_new_one_alone() throws Exception {
        run("make-key", key("old"));
        run("make-key", key("new"));
        var older = run("verifier-key", ORIGIN, key("old"));
        var newer = run("verifier-key", ORIGIN, key("new"));

        try (var service = start("old")) {
            registerAndAwaitProof(service);
            assertThat(keys(service)).isEqualTo(older);
        }
        try (var service = start("new", "--consular.ledger.earlier-keys=" + older.strip())) {
            registerAndAwaitProof(service);
            assertThat(keys(service)).isEqualTo(newer + older);
            Files.write(folder.resolve("export.zip"), bytes(service, "/api/v1/audit/export"));
        }

        Files.writeString(folder.resolve("old.vkey"), older);
        Files.writeString(folder.resolve("new.vkey"), newer);
        assertThat(verify("new", "old"))
                .startsWith("SOUND")
                .contains("signed by    " + reference(older) + ": checkpoint 1, events 0 to 0\n")
                .contains("signed by    " + reference(newer) + ": checkpoint 2, events 1 to 1\n")
                .doesNotContain("WARNING");
        assertThat(verify("new"))
                .startsWith(
                        "BROKEN       checkpoints.jsonl: line 1 does not count: no key that is trusted has signed it,"
                                + " it names " + reference(older));
        assertThat(verify("old"))
                .startsWith(
                        "BROKEN       checkpoints.jsonl: line 2 does not count: no key that is trusted has signed it,"
                                + " it names " + reference(newer));
    }

    private PackagedService start(String key, String... more) {
        var arguments = new ArrayList<>(List.of(more));
        arguments.add("--consular.ledger.signing-key=" + key(key));
        return PackagedService.start("simulation", folder, arguments.toArray(String[]::new));
    }

    private String key(String name) {
        return folder.resolve(name + ".key").toString();
    }

    private static void registerAndAwaitProof(PackagedService service) throws Exception {
        var registered =
                service.send("POST", "/api/v1/cases", Requests.registration(Requests.caseNumber(), "MNL"), "intake");
        assertThat(registered.statusCode()).as(registered.body()).isEqualTo(201);
        var caseId =
                JsonMapper.shared().readTree(registered.body()).get("caseId").asString();
        bytes(service, "/api/v1/cases/" + caseId + "/proof");
    }

    private static String keys(PackagedService service) throws Exception {
        return new String(bytes(service, "/api/v1/audit/key"), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(PackagedService service, String path) throws Exception {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        var answer = service.ask(path, "auditor", HttpResponse.BodyHandlers.ofByteArray());
        // the checkpoint that a proof needs may come later than the service waits for it
        while (answer.statusCode() == 503 && System.nanoTime() < end) {
            answer = service.ask(path, "auditor", HttpResponse.BodyHandlers.ofByteArray());
        }
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    /** Name and id, without the key itself. */
    private static String reference(String verifierKey) {
        return String.join("+", List.of(verifierKey.split("\\+")).subList(0, 2));
    }

    private String verify(String... keys) {
        var words =
                new ArrayList<>(List.of("verify", folder.resolve("export.zip").toString()));
        for (var key : keys) {
            words.addAll(List.of("--key", folder.resolve(key + ".vkey").toString()));
        }
        var out = new ByteArrayOutputStream();
        var print = new PrintStream(out, true, StandardCharsets.UTF_8);
        LedgerVerifier.run(print, print, words.toArray(String[]::new));
        return out.toString(StandardCharsets.UTF_8);
    }

    private String run(String script, String... words) throws Exception {
        var command = new ArrayList<>(List.of(SCRIPTS.resolve(script).toString()));
        command.addAll(List.of(words));
        var process = new ProcessBuilder(command)
                .redirectError(folder.resolve("script.log").toFile())
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("script.log")))
                .isZero();
        return output;
    }
}
