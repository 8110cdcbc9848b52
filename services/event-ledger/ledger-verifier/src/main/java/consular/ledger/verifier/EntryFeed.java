package consular.ledger.verifier;

import consular.ledger.core.export.BrokenExport;
import consular.ledger.core.export.ExportLayout;
import consular.ledger.core.export.LineReader;
import consular.ledger.core.verification.EntryBatch;
import consular.ledger.core.verification.Finding;
import java.util.Optional;

/** Fills batches with the lines of entries and of contents, side by side, until there are no more or something is in the way. */
final class EntryFeed {

    private final LineReader entries;
    private final LineReader contents;
    private final long size;

    private long count;
    private boolean ended;
    private Optional<Finding> obstacle = Optional.empty();

    /** The entries should be so many. */
    EntryFeed(LineReader entries, LineReader contents, long size) {
        this.entries = entries;
        this.contents = contents;
        this.size = size;
    }

    /** Fills a batch as far as it goes. */
    void fill(EntryBatch batch) {
        try {
            while (!ended && !batch.isFull()) {
                next(batch);
            }
        } catch (BrokenExport broken) {
            stop(BrokenEvidence.of(broken));
        }
    }

    private void next(EntryBatch batch) throws BrokenExport {
        if (!entries.next()) {
            ended = true;
            if (count == size && contents.next()) {
                stop(new Finding.FileBroken(ExportLayout.CONTENTS, "it has more lines than there are entries"));
            }
        } else if (count == size) {
            stop(new Finding.EntriesUnsigned(count));
        } else if (!contents.next()) {
            stop(new Finding.ContentMissing(count));
        } else {
            batch.add(entries.buffer(), entries.offset(), entries.length());
            batch.addContent(contents.buffer(), contents.offset(), contents.length());
            count++;
        }
    }

    private void stop(Finding finding) {
        ended = true;
        obstacle = Optional.of(finding);
    }

    boolean hasEnded() {
        return ended;
    }

    /** Why it went no further, if not because all was read. What was read before is to be judged first. */
    Optional<Finding> obstacle() {
        return obstacle;
    }
}
