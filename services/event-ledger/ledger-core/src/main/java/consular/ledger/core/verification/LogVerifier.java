package consular.ledger.core.verification;

import consular.ledger.core.content.Content;
import consular.ledger.core.entry.Chain;
import consular.ledger.core.entry.EntryCursor;
import consular.ledger.core.entry.Slice;
import consular.ledger.core.hash.Hash;
import consular.ledger.core.hash.Sha256;
import consular.ledger.core.note.Checkpoint;
import consular.ledger.core.tiles.TileSource;
import consular.ledger.core.tree.CompactRange;
import consular.ledger.core.tree.TreeHasher;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Verifies all entries of a log, handed over one after the other in the order of the log: that each is canonical, follows from
 * the one before it in its stream and leaves out none, and that together they give the root of every checkpoint. So the
 * checkpoints are consistent with one another as well.
 *
 * <p>Bad evidence is a finding and never an exception. Not for several threads at once.
 *
 * <p>It does not ask whether an event's id is given twice, nor whether times ascend; they need not.
 */
public final class LogVerifier {

    /** Longer than any canonical entry can be. */
    private static final int MAX_ENTRY = 4096;

    private final List<Checkpoint> checkpoints;
    private final SignedLeaves signed;

    private final EntryCursor cursor = new EntryCursor();
    private final Sha256 sha256 = new Sha256();
    private final StreamHeads heads = new StreamHeads();
    private final CompactRange range = new CompactRange();

    /** Room for the domain and the chain, and behind them the entry: hashed where it lies, as a leaf and as a link. */
    private final byte[] work = new byte[1 + Hash.LENGTH + MAX_ENTRY];

    private final byte[] result = new byte[Hash.LENGTH];

    private @Nullable Finding finding;
    private int nextCheckpoint;
    private long provenSize;
    private long contents;
    private long erased;

    /** Verifies against checkpoints alone: an altered entry is named to within two checkpoints, or by its successor. */
    public LogVerifier(CheckpointHistory.Trusted history) {
        this(history, _ -> Optional.empty());
    }

    /** Verifies with the log's tiles at hand, from which an altered entry is known exactly. They need not be trusted. */
    public LogVerifier(CheckpointHistory.Trusted history, TileSource tiles) {
        this.checkpoints = history.checkpoints();
        this.signed = new SignedLeaves(checkpoints, tiles);
        compareRoots();
    }

    /**
     * Takes the next entry without its content.
     *
     * @return whether to go on; once something is wrong, no further entry is looked at
     */
    public boolean accept(byte[] source, int offset, int length) {
        return finding == null && read(source, offset, length) && isSound(length) && compareRoots();
    }

    /** Takes the next entry and the content that lies beside it. */
    public boolean accept(byte[] entry, Content content) {
        return finding == null
                && read(entry, 0, entry.length)
                && matches(content)
                && isSound(entry.length)
                && compareRoots();
    }

    /** Says how it went, once there are no more entries. */
    public Verdict finish() {
        if (finding == null && nextCheckpoint < checkpoints.size()) {
            finding = new Finding.EntriesMissing(
                    range.size(), checkpoints.getLast().size());
        }
        var tally = new Tally(range.size(), heads.size(), provenSize, contents, erased);
        return finding == null ? new Verdict.Sound(tally) : new Verdict.Broken(tally, finding);
    }

    /** Where a stream has come to, for comparison with what a database says; empty for a stream without entries. */
    public Optional<StreamHead> head(UUID streamId) {
        var place = heads.find(streamId.getMostSignificantBits(), streamId.getLeastSignificantBits());
        return heads.isKnown(place)
                ? Optional.of(new StreamHead(heads.next(place) - 1, heads.index(place), heads.chain(place)))
                : Optional.empty();
    }

    private boolean read(byte[] source, int offset, int length) {
        if (length > MAX_ENTRY) {
            return found(new Finding.NotCanonical(range.size(), MAX_ENTRY, "its end"));
        }
        var start = 1 + Hash.LENGTH;
        System.arraycopy(source, offset, work, start, length);
        return cursor.read(work, start, length)
                || found(new Finding.NotCanonical(range.size(), cursor.stoppedAt() - start, cursor.expected()));
    }

    private boolean matches(Content content) {
        if (!content.hasClearPartOf(cursor, sha256)) {
            return found(new Finding.ContentDiffers(name(), "clear"));
        }
        if (!content.hasSecretPartOf(cursor)) {
            return found(new Finding.ContentDiffers(name(), "secret"));
        }
        contents++;
        erased += content.isErased() ? 1 : 0;
        return true;
    }

    private boolean isSound(int length) {
        work[Hash.LENGTH] = TreeHasher.LEAF;
        sha256.digest(work, Hash.LENGTH, 1 + length, result, 0);
        if (signed.contradict(range.size(), result, 0)) {
            return found(new Finding.NotTheSignedOne(name(), signed.leaf(range.size()), Hash.at(result, 0)));
        }
        var place = heads.find(cursor.streamHigh(), cursor.streamLow());
        if (!continuesItsStream(place)) {
            return false;
        }
        range.append(result, 0);
        work[0] = Chain.DOMAIN;
        heads.chain(place).writeTo(work, 1);
        sha256.digest(work, 0, 1 + Hash.LENGTH + length, result, 0);
        heads.put(
                place,
                cursor.streamHigh(),
                cursor.streamLow(),
                cursor.sequence() + 1,
                cursor.slice(),
                range.size() - 1,
                result,
                0);
        return true;
    }

    private boolean continuesItsStream(int place) {
        var known = heads.isKnown(place);
        var slice = known ? heads.slice(place) : Slice.of(cursor.streamHigh(), cursor.streamLow(), sha256);
        if (cursor.slice() != slice) {
            return found(new Finding.WrongSlice(name(), slice));
        }
        if (cursor.sequence() != heads.next(place)) {
            return found(new Finding.WrongSequence(name(), heads.next(place)));
        }
        var chain = heads.chain(place);
        return cursor.previous().equals(chain)
                || found(new Finding.ChainBroken(name(), known ? heads.index(place) : -1, chain, cursor.previous()));
    }

    private boolean compareRoots() {
        while (nextCheckpoint < checkpoints.size()
                && checkpoints.get(nextCheckpoint).size() == range.size()) {
            var checkpoint = checkpoints.get(nextCheckpoint);
            var root = range.root();
            if (!root.equals(checkpoint.root())) {
                return found(new Finding.RootDiffers(provenSize, checkpoint, root));
            }
            provenSize = range.size();
            nextCheckpoint++;
        }
        return true;
    }

    private EntryName name() {
        return new EntryName(range.size(), cursor.streamId(), cursor.sequence());
    }

    private boolean found(Finding first) {
        finding = first;
        return false;
    }
}
