package consular.ledger.core.verification;

import consular.ledger.core.hash.Hash;
import consular.ledger.core.tiles.TilePath;
import consular.ledger.core.tiles.TileSource;
import consular.ledger.core.tiles.TileStore;
import java.util.Arrays;
import java.util.Optional;

/**
 * Compares the tiles above the leaves with those that follow from the entries, as a tree over these comes to write them. Keeps
 * nothing. The tiles of the leaves are compared by {@link SignedLeaves}.
 */
final class UpperTiles implements TileStore {

    private final TileSource tiles;
    private boolean agreed = true;

    UpperTiles(TileSource tiles) {
        this.tiles = tiles;
    }

    @Override
    public void write(TilePath tile, byte[] content) {
        agreed &= tile.level() == 0
                || read(tile).filter(there -> Arrays.equals(there, content)).isPresent();
    }

    @Override
    public Optional<byte[]> read(TilePath tile) {
        return tiles.readOrCut(tile, Hash.LENGTH);
    }

    /** Whether all tiles up to here were there and as they should be. */
    boolean agreed() {
        return agreed;
    }
}
