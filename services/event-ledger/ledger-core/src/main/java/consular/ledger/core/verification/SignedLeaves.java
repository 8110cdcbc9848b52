package consular.ledger.core.verification;

import consular.ledger.core.hash.Bytes;
import consular.ledger.core.hash.Hash;
import consular.ledger.core.note.Checkpoint;
import consular.ledger.core.tiles.TilePath;
import consular.ledger.core.tiles.TileSource;
import consular.ledger.core.tree.CompactRange;
import java.util.List;
import java.util.Optional;

/**
 * The leaves in a log's tiles, read in order. They serve to say which entry is wrong, never to find that one is: the tiles
 * may have been tampered with as well.
 */
final class SignedLeaves {

    private final List<Checkpoint> checkpoints;
    private final TileSource tiles;
    private final long size;
    private byte[] tile = {};
    private boolean given = true;
    private long agreed;

    SignedLeaves(List<Checkpoint> checkpoints, TileSource tiles) {
        this.checkpoints = checkpoints;
        this.tiles = tiles;
        this.size = checkpoints.isEmpty() ? 0 : checkpoints.getLast().size();
    }

    /**
     * Whether the tiles have another leaf at an index than the one in an array, and a checkpoint vouches for theirs. To be asked
     * for one index after the other, from 0.
     */
    boolean contradict(long index, byte[] source, int offset) {
        if (!given || index >= size) {
            return false;
        }
        if (index % TilePath.FULL == 0) {
            turnTo(index / TilePath.FULL);
        }
        if (!given) {
            return false;
        }
        if (isEqual(tile, place(index), source, offset)) {
            agreed++;
            return false;
        }
        // From here on they are of no more use: either the entry is wrong, or they are.
        given = isSigned(index);
        return given;
    }

    /** Whether there was a tile for each leaf that is signed, and had this very leaf. */
    boolean allAgreed() {
        return agreed == size;
    }

    /** The leaf that the tiles have at the index last asked for. */
    Hash leaf(long index) {
        return Hash.at(tile, place(index));
    }

    private static int place(long index) {
        return (int) (index % TilePath.FULL) * Hash.LENGTH;
    }

    private static boolean isEqual(byte[] left, int leftOffset, byte[] right, int rightOffset) {
        return Bytes.longAt(left, leftOffset) == Bytes.longAt(right, rightOffset)
                && Hash.at(left, leftOffset).equals(Hash.at(right, rightOffset));
    }

    private void turnTo(long number) {
        read(number, size).ifPresentOrElse(content -> tile = content, () -> given = false);
    }

    private Optional<byte[]> read(long number, long ofSize) {
        var width = (int) Math.min(TilePath.FULL, ofSize - number * TilePath.FULL);
        return tiles.readOrCut(new TilePath(0, number, width), Hash.LENGTH);
    }

    /** Whether the leaves up to the first checkpoint behind an index give its root. */
    private boolean isSigned(long index) {
        return checkpoints.stream()
                .filter(checkpoint -> checkpoint.size() > index)
                .findFirst()
                .filter(this::isRootOfTiles)
                .isPresent();
    }

    private boolean isRootOfTiles(Checkpoint checkpoint) {
        var range = new CompactRange();
        for (var number = 0L; number * TilePath.FULL < checkpoint.size(); number++) {
            var leaves = read(number, size);
            if (leaves.isEmpty()) {
                return false;
            }
            for (var at = 0; at < leaves.get().length && range.size() < checkpoint.size(); at += Hash.LENGTH) {
                range.append(leaves.get(), at);
            }
        }
        return range.root().equals(checkpoint.root());
    }
}
