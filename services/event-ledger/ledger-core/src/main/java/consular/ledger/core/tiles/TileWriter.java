package consular.ledger.core.tiles;

import consular.ledger.core.hash.Hash;
import consular.ledger.core.tree.CompactRange;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the tiles of a growing tree. A full tile is written once, when it fills; partial ones when {@link #flush} is called,
 * which a log does before it signs a checkpoint. Keeps at most 255 hashes for each level. Not for several threads at once.
 */
public final class TileWriter {

    private final TileStore store;
    private final List<Level> levels = new ArrayList<>();
    private long size;

    /** Begins a tree. */
    public TileWriter(TileStore store) {
        this.store = store;
    }

    /** Goes on with a tree of which {@code size} leaves were flushed to the store. */
    public static TileWriter resume(TileStore store, long size) {
        var writer = new TileWriter(store);
        var tiles = new Tiles(store, size);
        for (var level = 0; size >>> (TreeShape.BITS * level) > 0; level++) {
            var rightmost = new Level();
            rightmost.index = TreeShape.hashesOn(level, size) / TilePath.FULL;
            var width = TreeShape.partialWidth(level, size);
            if (width > 0) {
                var content = tiles.content(level, rightmost.index);
                for (var hash = 0; hash < width; hash++) {
                    rightmost.append(content, hash * Hash.LENGTH);
                }
            }
            writer.levels.add(rightmost);
        }
        writer.size = size;
        return writer;
    }

    /** Adds a leaf, given as its hash. */
    public void append(Hash leaf) {
        append(leaf.bytes(), 0);
    }

    /** Adds the leaf whose hash stands in the 32 bytes at an offset. */
    public void append(byte[] source, int offset) {
        append(0, source, offset);
        size++;
    }

    private void append(int number, byte[] source, int offset) {
        if (number == levels.size()) {
            levels.add(new Level());
        }
        var level = levels.get(number);
        level.append(source, offset);
        if (level.width == TilePath.FULL) {
            store.write(new TilePath(number, level.index, TilePath.FULL), level.content(TilePath.FULL));
            var root = level.subtree.root();
            level.next();
            append(number + 1, root.bytes(), 0);
        }
    }

    /** How many leaves there are. */
    public long size() {
        return size;
    }

    /** The root over all leaves, for which no tile is read. */
    public Hash root() {
        List<Hash> fullSubtrees = new ArrayList<>();
        levels.reversed().forEach(level -> fullSubtrees.addAll(level.subtree.nodes()));
        return new CompactRange(size, fullSubtrees).root();
    }

    /** Writes all partial tiles as they now are. */
    public void flush() {
        for (var number = 0; number < levels.size(); number++) {
            var level = levels.get(number);
            if (level.width > 0) {
                store.write(new TilePath(number, level.index, level.width), level.content(level.width));
            }
        }
    }

    /** The tile at the right edge of a level. */
    private static final class Level {

        private final byte[] hashes = new byte[TilePath.FULL * Hash.LENGTH];
        private CompactRange subtree = new CompactRange();
        private long index;
        private int width;

        void append(byte[] source, int offset) {
            System.arraycopy(source, offset, hashes, width * Hash.LENGTH, Hash.LENGTH);
            subtree.append(source, offset);
            width++;
        }

        byte[] content(int hashCount) {
            return java.util.Arrays.copyOf(hashes, hashCount * Hash.LENGTH);
        }

        void next() {
            subtree = new CompactRange();
            width = 0;
            index++;
        }
    }
}
