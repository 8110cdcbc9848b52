package consular.ledger.core.export;

import consular.ledger.core.tiles.TilePath;
import consular.ledger.core.tiles.TreeShape;
import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Which files an export has. */
final class ExportIndex {

    private final Set<String> names = new HashSet<>();

    private ExportIndex() {}

    static ExportIndex of(ExportFiles files) throws IOException {
        var index = new ExportIndex();
        files.names(index::add);
        for (var required : ExportLayout.SINGLE_FILES.stream().sorted().toList()) {
            if (!index.names.contains(required)) {
                throw new BrokenExport(files.name(), "it holds no " + required);
            }
        }
        return index;
    }

    private void add(String name) throws BrokenExport {
        if (!names.add(name)) {
            throw new BrokenExport(name, "it is there twice");
        }
        if (!ExportLayout.SINGLE_FILES.contains(name)
                && !ExportLayout.isFolder(name)
                && tile(name).isEmpty()) {
            throw new BrokenExport(name, "no export has such a file");
        }
    }

    private static Optional<TilePath> tile(String name) {
        return TilePath.parse(name).filter(tile -> tile.level() >= 0);
    }

    boolean has(TilePath tile) {
        return names.contains(tile.path());
    }

    /** The first tile that a tree of this size does not have. */
    Optional<String> tileBeyond(long size) {
        return names.stream()
                .filter(name ->
                        tile(name).filter(tile -> !TreeShape.has(tile, size)).isPresent())
                .min(String::compareTo);
    }
}
