package consular.ledger.verifier;

import consular.ledger.core.export.BrokenExport;
import consular.ledger.core.export.CheckpointLine;
import consular.ledger.core.export.Export;
import consular.ledger.core.export.ExportLayout;
import consular.ledger.core.export.LineReader;
import consular.ledger.core.note.Checkpoint;
import consular.ledger.core.note.CheckpointOpening;
import consular.ledger.core.note.TrustedLog;
import consular.ledger.core.tree.TreeHasher;
import consular.ledger.core.verification.CheckpointHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Opens all checkpoints of an export as they stream by. Signatures are slow, so several threads do it. */
final class SignedHistory {

    /** So many are under way at once; what is kept of them is a number and a hash. */
    private static final int CHUNK = 4096;

    private final Export export;
    private final TrustedLog log;
    private final Workers workers;

    private final List<Checkpoint> checkpoints = new ArrayList<>();
    private final Signers.Count signers = new Signers.Count();
    private byte[] newest = {};
    private long lines;

    SignedHistory(Export export, TrustedLog log, Workers workers) {
        this.export = export;
        this.log = log;
        this.workers = workers;
    }

    /** The checkpoints in ascending order. That each continues the one before, the entries show. */
    CheckpointHistory.Trusted open() throws BrokenExport, BrokenEvidence {
        try (var reader = export.checkpoints()) {
            for (var chunk = next(reader); !chunk.isEmpty(); chunk = next(reader)) {
                for (var opened : workers.forEach(chunk, this::open)) {
                    add(opened.checkpoint());
                    signers.add(opened.checkpoint(), opened.by());
                }
                newest = note(chunk.getLast());
            }
        }
        if (checkpoints.isEmpty()) {
            throw new BrokenEvidence(ExportLayout.CHECKPOINTS, "there are none");
        }
        if (!Arrays.equals(export.lastCheckpoint(), newest)) {
            throw new BrokenEvidence(ExportLayout.CHECKPOINT, "it is not the last one of " + ExportLayout.CHECKPOINTS);
        }
        return new CheckpointHistory.Trusted(checkpoints);
    }

    /** Who signed what was opened. */
    Signers signers() {
        return signers.signers();
    }

    private List<Line> next(LineReader reader) throws BrokenExport {
        List<Line> chunk = new ArrayList<>();
        while (chunk.size() < CHUNK && reader.next()) {
            lines++;
            chunk.add(new Line(
                    lines, Arrays.copyOfRange(reader.buffer(), reader.offset(), reader.offset() + reader.length())));
        }
        return chunk;
    }

    private static byte[] note(Line line) throws BrokenEvidence {
        return CheckpointLine.decode(line.bytes(), 0, line.bytes().length)
                .orElseThrow(() -> wrong(line.number(), "is not a text in JSON, spelt canonically"));
    }

    private void add(Checkpoint checkpoint) throws BrokenEvidence {
        var line = checkpoints.size() + 1L;
        if (checkpoint.size() == 0 && !checkpoint.root().equals(TreeHasher.emptyRoot())) {
            throw wrong(line, "has a root over no entries");
        }
        if (!checkpoints.isEmpty() && checkpoint.size() <= checkpoints.getLast().size()) {
            throw wrong(
                    line,
                    "is over %d entries, and the one before it over %d"
                            .formatted(checkpoint.size(), checkpoints.getLast().size()));
        }
        checkpoints.add(checkpoint);
    }

    private CheckpointOpening.Trusted open(Line line) throws BrokenEvidence {
        return switch (log.open(note(line))) {
            case CheckpointOpening.Refused(var why) -> throw wrong(line.number(), "does not count: " + why);
            case CheckpointOpening.Trusted trusted -> trusted;
        };
    }

    private static BrokenEvidence wrong(long line, String why) {
        return new BrokenEvidence(ExportLayout.CHECKPOINTS, "line %d %s".formatted(line, why));
    }

    /** A line of the file. */
    @SuppressWarnings("ArrayRecordComponent") // it is handed on, and never compared
    private record Line(long number, byte[] bytes) {}
}
