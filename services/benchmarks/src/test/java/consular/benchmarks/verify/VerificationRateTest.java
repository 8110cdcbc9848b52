package consular.benchmarks.verify;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.core.export.ExportWriter;
import consular.ledger.verifier.LedgerVerifier;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is verified when its speed is measured. */
class VerificationRateTest {
    private static final int EVENTS = 2500;

    @Test
    void the_export_is_sound_to_its_last_event(@TempDir Path folder) throws IOException {
        var log = new LargeLog(EVENTS);
        var export = folder.resolve("export.zip");
        try (var target = Files.newOutputStream(export)) {
            ExportWriter.write(log, target);
        }
        var key = folder.resolve("log.key");
        Files.writeString(key, log.keys().getLast() + "\n");

        var report = new ByteArrayOutputStream();
        var out = new PrintStream(report, true, StandardCharsets.UTF_8);
        var status = LedgerVerifier.run(out, out, "verify", export.toString(), "--key", key.toString());

        assertThat(status).isZero();
        assertThat(report.toString(StandardCharsets.UTF_8)).contains("signed       2500 events", "checkpoints  3");
    }

    @Test
    void a_small_one_has_its_rate() {
        try (var rate = new VerificationRate(EVENTS, new PrintStream(OutputStream.nullOutputStream()))) {
            var measured = rate.measure();
            assertThat(measured.perProcessorSecond()).isPositive();
            assertThat(measured.hashedPerProcessorSecond()).isPositive();
        }
    }
}
