package consular.cases.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.verifier.LedgerVerifier;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes the evidence from the service, and checks it with a program of his own.
 *
 * @param folder where he keeps what he was given
 */
public record Auditor(PackagedService service, Path folder) {
    private static final String AUDIT = "/api/v1/audit";

    /** What the program says of the whole log as it is exported. */
    public JsonNode verifyLog() throws Exception {
        var export = folder.resolve("case-log.zip");
        Files.write(export, bytes(AUDIT + "/export"));
        return verify("verify", export);
    }

    /** What the program says of the evidence of one case. */
    JsonNode verifyCase(byte[] evidence) throws Exception {
        return verify("verify-case", Files.write(folder.resolve("case.json"), evidence));
    }

    byte[] bytes(String path) {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        var answer = service.ask(path, "auditor", BodyHandlers.ofByteArray());
        // the checkpoint that a proof needs may come later than the service waits for it
        while (answer.statusCode() == 503 && System.nanoTime() < end) {
            answer = service.ask(path, "auditor", BodyHandlers.ofByteArray());
        }
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    /** In a process of its own, as an auditor runs it. */
    private JsonNode verify(String what, Path file) throws Exception {
        var key = Files.write(folder.resolve("log.vkey"), bytes(AUDIT + "/key"));
        var jar = Path.of(LedgerVerifier.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString()));
        command.addAll(List.of(what, file.toString(), "--key", key.toString(), "--json"));
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
