package consular.ledger.core.tiles;

/** A tile that the store must have, has not, or has in another length. */
public final class MissingTile extends RuntimeException {

    MissingTile(TilePath tile) {
        super("no " + tile.path() + " of the right length");
    }
}
