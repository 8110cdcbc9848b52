package consular.ledger.core.export;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;

/** Compares what was read with the archive's checksum, which the JDK leaves to others. */
final class WholeMember extends CheckedInputStream {

    private final String name;
    private final long expected;

    WholeMember(String name, InputStream content, ZipEntry entry) {
        super(content, new CRC32());
        this.name = name;
        this.expected = entry.getCrc();
    }

    @Override
    public int read() throws IOException {
        return compareAtEnd(super.read());
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return compareAtEnd(super.read(target, offset, length));
    }

    private int compareAtEnd(int result) throws BrokenExport {
        if (result < 0 && getChecksum().getValue() != expected) {
            throw new BrokenExport(name, "it does not have the checksum that the archive names");
        }
        return result;
    }
}
