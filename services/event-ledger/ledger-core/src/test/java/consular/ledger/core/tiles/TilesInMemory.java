package consular.ledger.core.tiles;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A store that forgets when the test ends, and minds when a tile changes. */
public final class TilesInMemory implements TileStore {

    private final Map<TilePath, byte[]> tiles = new LinkedHashMap<>();

    @Override
    public void write(TilePath tile, byte[] content) {
        var before = tiles.put(tile, content.clone());
        if (before != null && !java.util.Arrays.equals(before, content)) {
            throw new AssertionError(tile.path() + " was changed");
        }
    }

    @Override
    public Optional<byte[]> read(TilePath tile) {
        return Optional.ofNullable(tiles.get(tile));
    }

    public Map<TilePath, byte[]> tiles() {
        return tiles;
    }
}
