package consular.ledger.verifier;

import consular.ledger.core.export.BrokenExport;
import consular.ledger.core.export.Export;
import consular.ledger.core.note.TrustedLog;
import consular.ledger.core.verification.CheckpointHistory;
import consular.ledger.core.verification.Finding;
import consular.ledger.core.verification.LogVerifier;
import consular.ledger.core.verification.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Verifies an export: its checkpoints, then all entries with their contents, then the tiles. */
final class ExportVerification {

    private final Export export;
    private final TrustedLog log;
    private final Workers workers;

    private ExportVerification(Export export, TrustedLog log, Workers workers) {
        this.export = export;
        this.log = log;
        this.workers = workers;
    }

    static Outcome verify(Path path, TrustedLog log, int threads) {
        try (var workers = new Workers(threads);
                var export = Export.open(path)) {
            return new ExportVerification(export, log, workers).verify();
        } catch (BrokenExport broken) {
            return Outcome.broken(BrokenEvidence.of(broken));
        } catch (IOException unclosed) {
            return Outcome.broken(new Finding.FileBroken(String.valueOf(path.getFileName()), "it cannot be closed"));
        }
    }

    private Outcome verify() throws BrokenExport {
        var warnings = new Warnings(export);
        warnings.compareKeys(log.keys());
        return evidence(warnings).with(warnings.all());
    }

    private Outcome evidence(Warnings warnings) {
        try {
            var history = new SignedHistory(export, log, workers).open();
            var newest = history.checkpoints().getLast();
            warnings.compareReadme(newest.size());
            // Begun at once, so that no processor idles, and asked for only if the entries are sound.
            var tiles = workers.start(() -> tiles(history, newest.size()));
            var verdict = entries(history, newest.size());
            var finding =
                    verdict instanceof Verdict.Broken(var _, var first) ? Optional.of(first) : Workers.result(tiles);
            return new Outcome(verdict.tally(), history.checkpoints().size(), Optional.of(newest), finding, List.of());
        } catch (BrokenExport broken) {
            return Outcome.broken(BrokenEvidence.of(broken));
        } catch (BrokenEvidence broken) {
            return Outcome.broken(broken.finding());
        }
    }

    private Optional<Finding> tiles(CheckpointHistory.Trusted history, long size) {
        return export.tileBeyond(size)
                .<Finding>map(
                        path -> new Finding.FileBroken(path, "an export of %d events has no such tile".formatted(size)))
                .or(() -> history.verify(export.tiles()));
    }

    private Verdict entries(CheckpointHistory.Trusted history, long size) throws BrokenExport, BrokenEvidence {
        try (var entries = export.entries();
                var contents = export.contents()) {
            var verifier = new LogVerifier(history, export.tiles());
            var end = new EntryPipeline(new EntryFeed(entries, contents, size), verifier, workers).run();
            var verdict = verifier.finish();
            return end.<Verdict>map(finding -> new Verdict.Broken(verdict.tally(), finding))
                    .orElse(verdict);
        }
    }
}
