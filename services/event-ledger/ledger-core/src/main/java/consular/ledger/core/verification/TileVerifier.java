package consular.ledger.core.verification;

import consular.ledger.core.hash.Hash;
import consular.ledger.core.note.Checkpoint;
import consular.ledger.core.tiles.TilePath;
import consular.ledger.core.tiles.TileSource;
import consular.ledger.core.tiles.TileStore;
import consular.ledger.core.tiles.TileWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Builds all tiles of a log once more, from those of its leaves, and compares them, and the roots, with what is there. */
final class TileVerifier {

    private final List<Checkpoint> checkpoints;
    private final TileSource tiles;
    private final List<Finding> findings = new ArrayList<>();
    private final TileWriter again = new TileWriter(new Comparison());
    private int next;

    TileVerifier(List<Checkpoint> checkpoints, TileSource tiles) {
        this.checkpoints = checkpoints;
        this.tiles = tiles;
    }

    /** The first thing that is wrong, if any. */
    Optional<Finding> verify() {
        var size = checkpoints.isEmpty() ? 0 : checkpoints.getLast().size();
        compareRoots();
        for (var first = 0L; first < size && findings.isEmpty(); first += TilePath.FULL) {
            var tile = new TilePath(0, first / TilePath.FULL, (int) Math.min(TilePath.FULL, size - first));
            tiles.readOrCut(tile, Hash.LENGTH)
                    .ifPresentOrElse(this::append, () -> findings.add(new Finding.TileMissing(tile)));
        }
        if (findings.isEmpty()) {
            again.flush();
        }
        return findings.stream().findFirst();
    }

    private void append(byte[] leaves) {
        for (var at = 0; at < leaves.length; at += Hash.LENGTH) {
            again.append(leaves, at);
            compareRoots();
        }
    }

    private void compareRoots() {
        while (next < checkpoints.size() && checkpoints.get(next).size() == again.size()) {
            var checkpoint = checkpoints.get(next);
            var root = again.root();
            if (!root.equals(checkpoint.root())) {
                findings.add(new Finding.TilesNotSigned(checkpoint, root));
            }
            next++;
        }
    }

    /** Keeps nothing, and notes what is not as it was to be written. */
    private final class Comparison implements TileStore {

        @Override
        public void write(TilePath tile, byte[] content) {
            var found = read(tile);
            if (found.isEmpty()) {
                findings.add(new Finding.TileMissing(tile));
            } else if (!Arrays.equals(found.get(), content)) {
                findings.add(new Finding.TileDiffers(tile));
            }
        }

        @Override
        public Optional<byte[]> read(TilePath tile) {
            return tiles.readOrCut(tile, Hash.LENGTH);
        }
    }
}
