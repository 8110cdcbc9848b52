package consular.ledger.core.export;

import consular.ledger.core.tiles.TilePath;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** Which files an export has. */
final class ExportIndex {

    private final Set<String> names = new HashSet<>();
    private long[] sizes = new long[16];
    private int sizeCount;
    private long tileCount;

    private ExportIndex() {}

    static ExportIndex of(ExportFiles files) throws IOException {
        var index = new ExportIndex();
        files.names(index::add);
        for (var required : new String[] {ExportLayout.ENTRIES, ExportLayout.CONTENTS, ExportLayout.CHECKPOINT}) {
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
        var size = ExportLayout.checkpointSize(name);
        if (size.isPresent()) {
            addSize(size.getAsLong());
        } else if (TilePath.parse(name).filter(tile -> tile.level() >= 0).isPresent()) {
            tileCount++;
        } else if (!ExportLayout.isSingleFile(name) && !ExportLayout.isFolder(name)) {
            throw new BrokenExport(name, "no export has such a file");
        }
    }

    private void addSize(long size) {
        if (sizeCount == sizes.length) {
            sizes = Arrays.copyOf(sizes, 2 * sizeCount);
        }
        sizes[sizeCount++] = size;
    }

    long[] checkpointSizes() {
        var sorted = Arrays.copyOf(sizes, sizeCount);
        Arrays.sort(sorted);
        return sorted;
    }

    long tileCount() {
        return tileCount;
    }

    boolean has(TilePath tile) {
        return names.contains(tile.path());
    }
}
