package consular.ledger.core.tiles;

import java.util.Optional;

/** Keeps tiles: in a directory, in a table, in memory. A tile that was written is never changed. */
public interface TileStore extends TileSource {

    /** Keeps a tile. Writing the same bytes again changes nothing; a partial tile may be dropped once the full one is there. */
    void write(TilePath tile, byte[] content);

    @Override
    Optional<byte[]> read(TilePath tile);
}
