package consular.ledger.core.tiles;

import java.util.Optional;

/** Where tiles are read from. */
@FunctionalInterface
public interface TileSource {

    /** The content of a tile, or empty if there is none under that name. */
    Optional<byte[]> read(TilePath tile);

    /** The same, or the beginning of the full tile where the partial one is gone; empty if neither is there and long enough. */
    default Optional<byte[]> readOrCut(TilePath tile, int bytesEach) {
        var length = tile.width() * bytesEach;
        var exact = read(tile).filter(content -> content.length == length);
        if (exact.isPresent() || tile.isFull()) {
            return exact;
        }
        return read(tile.full())
                .filter(content -> content.length == TilePath.FULL * bytesEach)
                .map(content -> java.util.Arrays.copyOf(content, length));
    }
}
