package consular.ledger.core.export;

import consular.ledger.core.content.ContentLine;
import consular.ledger.core.hash.Hash;
import consular.ledger.core.tiles.TilePath;
import consular.ledger.core.tiles.TileSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An export that somebody handed over, as an archive or unpacked. Nothing in it is to be believed: it is made sure only that it
 * has the files of an export and no others, each once, and none is read further than one of its kind can be long.
 */
public final class Export implements AutoCloseable {

    /** No checkpoint with all its signatures is longer, nor is what lies beside the evidence. */
    static final int MAX_NOTE = 1 << 16;

    /** Longer than any canonical entry. */
    private static final int MAX_ENTRY = 5120;

    private static final int MAX_TILE = TilePath.FULL * Hash.LENGTH;

    private final ExportFiles files;
    private final ExportIndex index;

    private Export(ExportFiles files) throws IOException {
        this.files = files;
        this.index = ExportIndex.of(files);
    }

    /** Opens an archive or a folder, and looks at what is in it. */
    public static Export open(Path path) throws BrokenExport {
        ExportFiles files = null;
        try {
            files = Files.isDirectory(path) ? new UnpackedFiles(path) : new ZippedFiles(path);
            return new Export(files);
        } catch (IOException failed) {
            close(files);
            throw BrokenExport.of(String.valueOf(path.getFileName()), failed);
        }
    }

    private static void close(@Nullable ExportFiles files) {
        if (files != null) {
            try {
                files.close();
            } catch (IOException nothingWasWritten) {
                // It could not be read, which is what the caller is told.
            }
        }
    }

    /** The lines of the checkpoints, to be closed by the caller; see {@link CheckpointLine}. */
    public LineReader checkpoints() throws BrokenExport {
        return lines(ExportLayout.CHECKPOINTS, CheckpointLine.MAX_LENGTH);
    }

    /** The one that is said to be the newest. */
    public byte[] lastCheckpoint() throws BrokenExport {
        return read(ExportLayout.CHECKPOINT, MAX_NOTE);
    }

    /** The canonical entries, to be closed by the caller. */
    public LineReader entries() throws BrokenExport {
        return lines(ExportLayout.ENTRIES, MAX_ENTRY);
    }

    /** The lines of the contents, to be closed by the caller. */
    public LineReader contents() throws BrokenExport {
        return lines(ExportLayout.CONTENTS, ContentLine.MAX_LENGTH);
    }

    /** The log's own word for its keys. */
    public String keys() throws BrokenExport {
        return new String(read(ExportLayout.KEYS, MAX_NOTE), StandardCharsets.UTF_8);
    }

    /** Whether the page for readers is the one that lies in an export of so many entries, as this version writes it. */
    public boolean hasReadmeOf(long size) throws BrokenExport {
        return Arrays.equals(read(ExportLayout.README, MAX_NOTE), ExportReadme.of(size));
    }

    /** The path of the first tile that an export of so many entries does not have: of another place, or of another width. */
    public Optional<String> tileBeyond(long size) {
        return index.tileBeyond(size);
    }

    /** The tiles. One that cannot be read is as one that is not there. */
    public TileSource tiles() {
        return tile -> {
            if (!index.has(tile)) {
                return Optional.empty();
            }
            try {
                return Optional.of(read(tile.path(), MAX_TILE));
            } catch (BrokenExport damaged) {
                return Optional.empty();
            }
        };
    }

    private LineReader lines(String name, int longest) throws BrokenExport {
        try {
            return new LineReader(name, files.open(name), longest);
        } catch (IOException failed) {
            throw BrokenExport.of(name, failed);
        }
    }

    private byte[] read(String name, int longest) throws BrokenExport {
        try (var input = files.open(name)) {
            var content = input.readNBytes(longest + 1);
            if (content.length > longest) {
                throw new BrokenExport(name, "it is longer than " + longest + " bytes");
            }
            return content;
        } catch (IOException failed) {
            throw BrokenExport.of(name, failed);
        }
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
