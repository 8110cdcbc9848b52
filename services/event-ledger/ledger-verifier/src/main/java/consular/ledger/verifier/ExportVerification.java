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
            var signed = new SignedHistory(export, log, workers);
            var history = signed.open();
            warnings.lookAt(signed.signers());
            var newest = history.checkpoints().getLast();
            warnings.compareReadme(newest.size());
            var verifier = new LogVerifier(history, export.tiles());
            var verdict = entries(verifier, newest.size());
            var finding =
                    verdict instanceof Verdict.Broken(var _, var first) ? Optional.of(first) : tiles(verifier, history);
            return new Outcome(
                    verdict.tally(),
                    verifier.erased(),
                    history.checkpoints().size(),
                    Optional.of(newest),
                    signed.signers(),
                    finding,
                    List.of());
        } catch (BrokenExport broken) {
            return Outcome.broken(BrokenEvidence.of(broken));
        } catch (BrokenEvidence broken) {
            return Outcome.broken(broken.finding());
        }
    }

    private Verdict entries(LogVerifier verifier, long size) throws BrokenExport, BrokenEvidence {
        try (var entries = export.entries();
                var contents = export.contents()) {
            var end = new EntryPipeline(new EntryFeed(entries, contents, size), verifier, workers).run();
            var verdict = verifier.finish();
            return end.<Verdict>map(finding -> new Verdict.Broken(verdict.tally(), finding))
                    .orElse(verdict);
        }
    }

    /** The tree is reckoned once more only where there is something to find. */
    private Optional<Finding> tiles(LogVerifier verifier, CheckpointHistory.Trusted history) {
        var size = history.checkpoints().getLast().size();
        return export.tileBeyond(size)
                .<Finding>map(
                        path -> new Finding.FileBroken(path, "an export of %d events has no such tile".formatted(size)))
                .or(() -> verifier.tilesAgree() ? Optional.empty() : history.verify(export.tiles()));
    }
}
