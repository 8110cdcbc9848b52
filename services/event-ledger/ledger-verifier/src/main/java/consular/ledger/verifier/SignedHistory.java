package consular.ledger.verifier;

import consular.ledger.core.export.BrokenExport;
import consular.ledger.core.export.Export;
import consular.ledger.core.export.ExportLayout;
import consular.ledger.core.note.Checkpoint;
import consular.ledger.core.note.CheckpointOpening;
import consular.ledger.core.note.TrustedLog;
import consular.ledger.core.tree.TreeHasher;
import consular.ledger.core.verification.CheckpointHistory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Opens all checkpoints of an export. Signatures are slow, so several threads do it. */
final class SignedHistory {

    /** So many are under way at once; what is kept of them is a number and a hash. */
    private static final int CHUNK = 4096;

    private final Export export;
    private final TrustedLog log;
    private final Workers workers;

    SignedHistory(Export export, TrustedLog log, Workers workers) {
        this.export = export;
        this.log = log;
        this.workers = workers;
    }

    /** The checkpoints in ascending order. That each continues the one before, the entries show. */
    CheckpointHistory.Trusted open() throws BrokenEvidence {
        var sizes = export.checkpointSizes();
        if (sizes.length == 0) {
            throw new BrokenEvidence("checkpoints/", "there are none");
        }
        List<Checkpoint> checkpoints = new ArrayList<>(sizes.length);
        for (var from = 0; from < sizes.length; from += CHUNK) {
            var chunk = Arrays.copyOfRange(sizes, from, Math.min(sizes.length, from + CHUNK));
            checkpoints.addAll(workers.forEach(chunk, this::open));
        }
        compareNewest(sizes[sizes.length - 1]);
        return new CheckpointHistory.Trusted(checkpoints);
    }

    private Checkpoint open(long size) throws BrokenEvidence {
        var file = ExportLayout.checkpoint(size);
        return switch (log.open(note(size))) {
            case CheckpointOpening.Refused(var why) -> throw new BrokenEvidence(file, "it does not count: " + why);
            case CheckpointOpening.Trusted(var checkpoint) -> {
                if (checkpoint.size() != size) {
                    throw new BrokenEvidence(file, "it is over %d entries".formatted(checkpoint.size()));
                }
                if (size == 0 && !checkpoint.root().equals(TreeHasher.emptyRoot())) {
                    throw new BrokenEvidence(file, "it has a root over no entries");
                }
                yield checkpoint;
            }
        };
    }

    private byte[] note(long size) throws BrokenEvidence {
        try {
            return export.checkpoint(size);
        } catch (BrokenExport broken) {
            throw new BrokenEvidence(broken.file(), broken.why());
        }
    }

    private void compareNewest(long size) throws BrokenEvidence {
        try {
            if (!Arrays.equals(export.lastCheckpoint(), export.checkpoint(size))) {
                throw new BrokenEvidence(ExportLayout.CHECKPOINT, "it is not the newest of checkpoints/");
            }
        } catch (BrokenExport broken) {
            throw new BrokenEvidence(broken.file(), broken.why());
        }
    }
}
