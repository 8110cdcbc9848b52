package consular.ledger.core.export;

import consular.ledger.core.content.Content;
import consular.ledger.core.note.VerifierKey;
import consular.ledger.core.tiles.TileSource;
import java.util.List;
import java.util.function.Consumer;

/**
 * A log to be exported, up to one of its checkpoints. Each method is called once, and hands over one thing after the other, so a
 * database can stream; nothing is kept.
 */
public interface ExportedLog {

    /** How many entries are exported: the size of the last checkpoint. */
    long size();

    /** The keys that the checkpoints were signed with, the newest last. */
    List<VerifierKey> keys();

    /** Every checkpoint as it was published, the smallest first, the last one over {@link #size} entries; one for each size. */
    void checkpoints(Consumer<byte[]> sink);

    /** Every entry in its canonical form, in the order of the log. */
    void entries(Consumer<byte[]> sink);

    /** The content of every entry, in the same order. */
    void contents(Consumer<Content> sink);

    /** The tiles of the tree over {@link #size} entries, or of a larger one. */
    TileSource tiles();
}
