package consular.benchmarks.history;

import consular.benchmarks.target.TemporaryFolder;
import consular.cases.application.audit.AuditTrail;
import consular.ledger.verifier.LedgerVerifier;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Exports the log once all of it is signed, and has the auditor's program verify it: chains, tree and signatures. */
final class VerifiedExport {
    private static final Duration UNTIL_SIGNED = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private VerifiedExport() {}

    /**
     * What is wrong; nothing if the log is sound.
     *
     * @param events how many the log has
     */
    static List<String> problems(AuditTrail evidence, long events) {
        if (!isSigned(evidence, events)) {
            return List.of("the last checkpoint is over fewer events than the log has");
        }
        try (var folder = new TemporaryFolder()) {
            var export = folder.path().resolve("export.zip");
            try (var target = new BufferedOutputStream(Files.newOutputStream(export))) {
                evidence.export(target);
            }
            var key = Files.writeString(
                    folder.path().resolve("log.vkey"), evidence.keys().getFirst() + "\n");
            return verify(export, key);
        } catch (IOException failure) {
            throw new UncheckedIOException("the log could not be exported", failure);
        }
    }

    /** The second line of a checkpoint is the size of the log (C2SP tlog-checkpoint). */
    private static boolean isSigned(AuditTrail evidence, long events) {
        var end = System.nanoTime() + UNTIL_SIGNED.toNanos();
        while (System.nanoTime() < end) {
            if (evidence.checkpoint()
                    .filter(note ->
                            Long.parseLong(note.lines().skip(1).findFirst().orElseThrow()) == events)
                    .isPresent()) {
                return true;
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return false;
    }

    private static List<String> verify(Path export, Path key) {
        var report = new ByteArrayOutputStream();
        try (var out = new PrintStream(report, false, StandardCharsets.UTF_8)) {
            var status = LedgerVerifier.run(out, out, "verify", export.toString(), "--key", key.toString());
            out.flush();
            return status == 0 ? List.of() : List.of(report.toString(StandardCharsets.UTF_8));
        }
    }
}
