package consular.ledger.core.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * An archive without compression, so that reading it costs no more than reading a file. Its members are "deflated" at level 0
 * and not "stored": the size of a stored one stands before it, where a stream does not know it yet. Turns to Zip64 where it must.
 */
final class StoredZip {

    private static final int BUFFER = 1 << 16;

    /** The first moment that an archive can name: the same log gives the same bytes at any hour. */
    private static final LocalDateTime MOMENT = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final ZipOutputStream zip;
    private final OutputStream buffered;

    StoredZip(OutputStream target) {
        zip = new ZipOutputStream(target);
        zip.setLevel(Deflater.NO_COMPRESSION);
        buffered = new BufferedOutputStream(zip, BUFFER);
    }

    void begin(String name) {
        var entry = new ZipEntry(name);
        entry.setTimeLocal(MOMENT);
        unchecked(() -> zip.putNextEntry(entry));
    }

    void line(byte[] line) {
        unchecked(() -> {
            buffered.write(line);
            buffered.write('\n');
        });
    }

    void end() {
        unchecked(() -> {
            buffered.flush();
            zip.closeEntry();
        });
    }

    void member(String name, byte[] content) {
        begin(name);
        unchecked(() -> buffered.write(content));
        end();
    }

    void finish() throws IOException {
        zip.finish();
        zip.flush();
    }

    private static void unchecked(Writing writing) {
        try {
            writing.run();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private interface Writing {
        void run() throws IOException;
    }
}
