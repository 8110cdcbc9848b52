package consular.ledger.core.export;

import consular.ledger.core.content.ContentLine;
import consular.ledger.core.hash.Hash;
import consular.ledger.core.note.Checkpoint;
import consular.ledger.core.note.CheckpointReading;
import consular.ledger.core.note.NoteReading;
import consular.ledger.core.note.SignedNote;
import consular.ledger.core.tiles.TreeShape;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/**
 * Writes a log as one ZIP file in one pass. The same log gives the same bytes. What is kept in memory is the table of contents,
 * which has one line for every 256 entries.
 *
 * <p>It writes what it is given and verifies no hash: that is the auditor's part. It refuses what would not be a whole export.
 */
public final class ExportWriter {

    private final ExportedLog log;
    private final StoredZip zip;

    private ExportWriter(ExportedLog log, OutputStream target) {
        this.log = log;
        this.zip = new StoredZip(target);
    }

    /**
     * Writes the export and flushes the target, which stays open.
     *
     * @throws IllegalArgumentException if something cannot be part of an export, or is missing; the target then holds no archive
     */
    public static void write(ExportedLog log, OutputStream target) throws IOException {
        new ExportWriter(log, target).write();
    }

    private void write() throws IOException {
        try {
            zip.member(ExportLayout.README, ExportReadme.of(log.size()));
            zip.member(
                    ExportLayout.KEYS,
                    log.keys().stream()
                            .map(key -> key + "\n")
                            .collect(Collectors.joining())
                            .getBytes(StandardCharsets.UTF_8));
            checkpoints();
            entries();
            contents();
            tiles();
            zip.finish();
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    private void checkpoints() throws IOException {
        var last = new LastCheckpoint();
        zip.begin(ExportLayout.CHECKPOINTS);
        log.checkpoints(note -> {
            last.advance(note);
            zip.line(CheckpointLine.encode(note));
        });
        require(last.size == log.size(), "the last checkpoint is over " + last.size + " entries, not " + log.size());
        zip.end();
        zip.member(ExportLayout.CHECKPOINT, last.note);
    }

    private void entries() throws IOException {
        zip.begin(ExportLayout.ENTRIES);
        var count = new long[1];
        log.entries(entry -> {
            zip.line(entry);
            count[0]++;
        });
        require(count[0] == log.size(), "there are " + count[0] + " entries, not " + log.size());
        zip.end();
    }

    private void contents() throws IOException {
        zip.begin(ExportLayout.CONTENTS);
        var count = new long[1];
        log.contents(content -> {
            zip.line(ContentLine.encode(content));
            count[0]++;
        });
        require(count[0] == log.size(), "there are contents of " + count[0] + " entries, not of " + log.size());
        zip.end();
    }

    private void tiles() {
        var source = log.tiles();
        TreeShape.forEachTile(
                log.size(),
                tile -> zip.member(
                        tile.path(),
                        source.readOrCut(tile, Hash.LENGTH)
                                .orElseThrow(() -> new IllegalArgumentException("there is no " + tile.path()))));
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    /** How far the checkpoints have come. */
    private static final class LastCheckpoint {

        private long size = -1;
        private byte[] note = {};

        void advance(byte[] next) {
            require(next.length <= Export.MAX_NOTE, "a checkpoint of " + next.length + " bytes is too long");
            var nextSize = sizeOf(next);
            require(nextSize > size, "a checkpoint over " + nextSize + " entries comes behind one over " + size);
            size = nextSize;
            note = next;
        }

        private static long sizeOf(byte[] note) {
            if (SignedNote.parse(note) instanceof NoteReading.Read(var signed)
                    && Checkpoint.parse(signed.text()) instanceof CheckpointReading.Read(var checkpoint)) {
                return checkpoint.size();
            }
            throw new IllegalArgumentException("a checkpoint is not a checkpoint on a signed note");
        }
    }
}
