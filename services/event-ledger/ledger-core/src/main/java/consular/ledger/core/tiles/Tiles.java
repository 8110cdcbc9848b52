package consular.ledger.core.tiles;

import consular.ledger.core.hash.Hash;
import consular.ledger.core.tree.CompactRange;
import consular.ledger.core.tree.FullSubtrees;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads nodes of a tree from its tiles, for {@link consular.ledger.core.tree.Proofs}. Remembers the last few tiles, since
 * the steps of a proof are in the same ones. Not for several threads at once.
 *
 * <p>What is read is believed: whoever got the tiles from elsewhere verifies what comes out against a signed root.
 */
public final class Tiles implements FullSubtrees {

    private static final int REMEMBERED = 32;

    private final TileSource source;
    private final long size;

    private final Map<TilePath, byte[]> remembered = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<TilePath, byte[]> eldest) {
            return size() > REMEMBERED;
        }
    };

    /** The tiles of the tree of the first {@code size} leaves. */
    public Tiles(TileSource source, long size) {
        this.source = source;
        this.size = size;
    }

    /** The leaf at an index. */
    public Hash leaf(long index) {
        return root(0, index);
    }

    /** {@inheritDoc} Throws {@link MissingTile} where the source does not have what the tree needs. */
    @Override
    public Hash root(int level, long index) {
        if (index < 0 || level < 0 || level >= Long.SIZE - 1 || index >= size >>> level) {
            throw new IllegalArgumentException("a tree of " + size + " has no full subtree " + index + " at " + level);
        }
        var tileLevel = level / TreeShape.BITS;
        var height = level % TreeShape.BITS;
        var first = index << height;
        var content = content(tileLevel, first / TilePath.FULL);
        var offset = (int) (first % TilePath.FULL) * Hash.LENGTH;
        if (height == 0) {
            return Hash.at(content, offset);
        }
        var subtree = new CompactRange();
        for (var hash = 0; hash < 1 << height; hash++) {
            subtree.append(content, offset + hash * Hash.LENGTH);
        }
        return subtree.root();
    }

    byte[] content(int level, long index) {
        var tile = TreeShape.tile(level, index, size);
        return remembered.computeIfAbsent(
                tile, _ -> source.readOrCut(tile, Hash.LENGTH).orElseThrow(() -> new MissingTile(tile)));
    }
}
