package consular.ledger.core.tiles;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Which tiles a tree of a given size has. */
public final class TreeShape {

    /** The height of a tile: each level of tiles stands for eight levels of the tree. */
    static final int BITS = 8;

    private static final int LEVELS = Long.SIZE / BITS;

    private TreeShape() {}

    /** The hashes on a level of tiles: one for each full tile below. */
    static long hashesOn(int level, long size) {
        return level < LEVELS ? size >>> (BITS * level) : 0;
    }

    /** The hashes in the partial tile at the right edge of a level; 0 if there is none. */
    static int partialWidth(int level, long size) {
        return (int) (hashesOn(level, size) % TilePath.FULL);
    }

    /** The tile with an index in a tree of this size, which reaches that far. */
    static TilePath tile(int level, long index, long size) {
        var rest = hashesOn(level, size) - index * TilePath.FULL;
        return new TilePath(level, index, (int) Math.min(rest, TilePath.FULL));
    }

    /** Every tile of a tree of this size, level by level from the leaves up. */
    public static void forEachTile(long size, Consumer<TilePath> sink) {
        for (var level = 0; hashesOn(level, size) > 0; level++) {
            for (var index = 0L; index * TilePath.FULL < hashesOn(level, size); index++) {
                sink.accept(tile(level, index, size));
            }
        }
    }

    /** Whether a tree of this size has a tile of this place and width. */
    public static boolean has(TilePath tile, long size) {
        var hashes = tile.level() < 0 ? 0 : hashesOn(tile.level(), size);
        return hashes > 0
                && tile.index() <= (hashes - 1) / TilePath.FULL
                && tile.equals(tile(tile.level(), tile.index(), size));
    }

    /** All partial tiles of a tree of this size, from the leaves up. */
    public static List<TilePath> partialTiles(long size) {
        List<TilePath> partial = new ArrayList<>();
        for (var level = 0; hashesOn(level, size) > 0; level++) {
            if (partialWidth(level, size) > 0) {
                partial.add(tile(level, hashesOn(level, size) / TilePath.FULL, size));
            }
        }
        return List.copyOf(partial);
    }
}
