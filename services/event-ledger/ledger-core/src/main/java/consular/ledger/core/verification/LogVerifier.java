package consular.ledger.core.verification;

import consular.ledger.core.content.Content;
import consular.ledger.core.entry.Slice;
import consular.ledger.core.hash.Hash;
import consular.ledger.core.hash.Sha256;
import consular.ledger.core.note.Checkpoint;
import consular.ledger.core.tiles.TileSource;
import consular.ledger.core.tiles.TileWriter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Verifies all entries of a log, handed over one after the other in the order of the log: that each is canonical, follows from
 * the one before it in its stream and leaves out none, that no event id is given twice, and that together they give the root of every checkpoint. So the
 * checkpoints are consistent with one another as well.
 *
 * <p>Bad evidence is a finding and never an exception. Not for several threads at once.
 *
 * <p>It does not ask whether times ascend; they need not.
 */
public final class LogVerifier {

    private final List<Checkpoint> checkpoints;
    private final SignedLeaves signed;

    private final Sha256 sha256 = new Sha256();
    private final StreamHeads heads = new StreamHeads();
    private final EventIds eventIds = new EventIds();
    private final UpperTiles upperTiles;
    private final TileWriter tree;

    /** For entries that come one by one. */
    private final ExaminedEntry single = new ExaminedEntry();

    private final byte[] work = new byte[ExaminedEntry.ROOM + ExaminedEntry.MAX_LENGTH];

    /** Nobody asks for it. It is kept so that no compiler leaves out what led to it. */
    @SuppressWarnings("unused")
    private long lastTouched;

    private @Nullable Finding finding;
    private int nextCheckpoint;
    private long provenSize;
    private long contents;
    private final Places erased = new Places();

    /** Verifies against checkpoints alone: an altered entry is named to within two checkpoints, or by its successor. */
    public LogVerifier(CheckpointHistory.Trusted history) {
        this(history, _ -> Optional.empty());
    }

    /** Verifies with the log's tiles at hand, from which an altered entry is known exactly. They need not be trusted. */
    public LogVerifier(CheckpointHistory.Trusted history, TileSource tiles) {
        this.checkpoints = history.checkpoints();
        this.signed = new SignedLeaves(checkpoints, tiles);
        this.upperTiles = new UpperTiles(tiles);
        this.tree = new TileWriter(upperTiles);
        compareRoots();
    }

    /**
     * Takes the next entry without its content.
     *
     * @return whether to go on; once something is wrong, no further entry is looked at
     */
    public boolean accept(byte[] source, int offset, int length) {
        if (finding != null) {
            return false;
        }
        examine(source, offset, length);
        return judge(single);
    }

    /** Takes the next entry and the content that lies beside it. */
    public boolean accept(byte[] entry, Content content) {
        if (finding != null) {
            return false;
        }
        examine(entry, 0, entry.length);
        single.compare(content, sha256);
        return judge(single);
    }

    /** Takes the next entries, after they were examined. */
    public boolean accept(EntryBatch batch) {
        var touched = 0L;
        for (var number = 0; number < batch.size(); number++) {
            var entry = batch.get(number);
            touched += heads.touch(entry.streamHigh, entry.streamLow);
            touched += eventIds.touch(entry.eventHigh, entry.eventLow);
        }
        lastTouched = touched;
        for (var number = 0; number < batch.size() && finding == null; number++) {
            judge(batch.get(number));
        }
        return finding == null;
    }

    /** Says how it went, once there are no more entries. */
    public Verdict finish() {
        if (finding == null && nextCheckpoint < checkpoints.size()) {
            finding = new Finding.EntriesMissing(
                    tree.size(), checkpoints.getLast().size());
        }
        var tally = new Tally(tree.size(), heads.size(), provenSize, contents, erased.count());
        return finding == null ? new Verdict.Sound(tally) : new Verdict.Broken(tally, finding);
    }

    /**
     * Whether all tiles of the signed log are there and say of every entry what the entries themselves say. If not, {@link
     * CheckpointHistory.Trusted#verify} knows which is wrong. To be asked when all is sound, instead of reckoning the tree once more.
     */
    public boolean tilesAgree() {
        tree.flush();
        return finding == null && signed.allAgreed() && upperTiles.agreed();
    }

    /** Which entries so far are without a secret part that they commit to. */
    public Places erased() {
        return erased;
    }

    /** Where a stream has come to, for comparison with what a database says; empty for a stream without entries. */
    public Optional<StreamHead> head(UUID streamId) {
        var place = heads.find(streamId.getMostSignificantBits(), streamId.getLeastSignificantBits());
        return heads.isKnown(place)
                ? Optional.of(new StreamHead(heads.next(place) - 1, heads.index(place), heads.chain(place)))
                : Optional.empty();
    }

    private void examine(byte[] source, int offset, int length) {
        var taken = Math.min(length, ExaminedEntry.MAX_LENGTH);
        System.arraycopy(source, offset, work, ExaminedEntry.ROOM, taken);
        single.examine(work, ExaminedEntry.ROOM, taken, sha256);
    }

    private boolean judge(ExaminedEntry entry) {
        finding = entry.finding(tree.size()).orElse(null);
        return finding == null && continues(entry) && compareRoots();
    }

    private boolean continues(ExaminedEntry entry) {
        if (signed.contradict(tree.size(), entry.hashes, ExaminedEntry.LEAF)) {
            return found(new Finding.NotTheSignedOne(
                    entry.name(tree.size()), signed.leaf(tree.size()), Hash.at(entry.hashes, ExaminedEntry.LEAF)));
        }
        var cursor = entry.cursor;
        var place = heads.find(entry.streamHigh, entry.streamLow);
        if (!continuesItsStream(entry, place)) {
            return false;
        }
        if (!eventIds.add(entry.eventHigh, entry.eventLow)) {
            return found(new Finding.EventIdTwice(entry.name(tree.size()), cursor.eventId()));
        }
        heads.put(
                place,
                entry.streamHigh,
                entry.streamLow,
                cursor.sequence() + 1,
                cursor.slice(),
                tree.size(),
                entry.hashes,
                ExaminedEntry.CHAIN);
        contents += entry.isWithContent() ? 1 : 0;
        if (entry.isErased()) {
            erased.add(tree.size());
        }
        tree.append(entry.hashes, ExaminedEntry.LEAF);
        return true;
    }

    private boolean continuesItsStream(ExaminedEntry entry, int place) {
        var cursor = entry.cursor;
        var known = heads.isKnown(place);
        var slice = known ? heads.slice(place) : Slice.of(entry.streamHigh, entry.streamLow, sha256);
        if (cursor.slice() != slice) {
            return found(new Finding.WrongSlice(entry.name(tree.size()), slice));
        }
        if (cursor.sequence() != heads.next(place)) {
            return found(new Finding.WrongSequence(entry.name(tree.size()), heads.next(place)));
        }
        return heads.isChain(place, entry.hashes, ExaminedEntry.PREVIOUS)
                || found(new Finding.ChainBroken(
                        entry.name(tree.size()),
                        known ? heads.index(place) : -1,
                        heads.chain(place),
                        cursor.previous()));
    }

    private boolean compareRoots() {
        while (nextCheckpoint < checkpoints.size()
                && checkpoints.get(nextCheckpoint).size() == tree.size()) {
            var checkpoint = checkpoints.get(nextCheckpoint);
            var root = tree.root();
            if (!root.equals(checkpoint.root())) {
                return found(new Finding.RootDiffers(provenSize, checkpoint, root));
            }
            provenSize = tree.size();
            nextCheckpoint++;
        }
        return true;
    }

    private boolean found(Finding first) {
        finding = first;
        return false;
    }
}
