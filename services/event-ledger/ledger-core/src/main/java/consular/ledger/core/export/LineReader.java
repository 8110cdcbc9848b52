package consular.ledger.core.export;

import consular.ledger.core.hash.Bytes;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Reads a file line by line where the lines lie, each good until the next. No line takes more memory than it may be long. */
public final class LineReader implements Closeable {

    private static final int BUFFER = 1 << 17;
    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long NEWLINES = '\n' * ONES;

    private final String name;
    private final InputStream input;
    private final int longest;

    private byte[] buffer = new byte[BUFFER];
    private int start;
    private int end = -1;
    private int filled;
    private long number;

    LineReader(String name, InputStream input, int longest) {
        this.name = name;
        this.input = input;
        this.longest = longest;
    }

    /** Goes on to the next line, or answers that there is none. */
    public boolean next() throws BrokenExport {
        start = Math.min(end + 1, filled);
        var searched = start;
        while (true) {
            end = newline(searched, filled);
            if (end - start > longest) {
                throw new BrokenExport(name, "line %d is longer than %d bytes".formatted(number + 1, longest));
            }
            if (end < filled) {
                number++;
                return true;
            }
            searched = filled - start;
            if (!fill()) {
                return false;
            }
        }
    }

    /** Moves what is left to the front and reads more behind it. */
    private boolean fill() throws BrokenExport {
        var left = filled - start;
        if (left > buffer.length / 2) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        System.arraycopy(buffer, start, buffer, 0, left);
        start = 0;
        filled = left;
        int count;
        try {
            count = input.read(buffer, filled, buffer.length - filled);
        } catch (IOException failed) {
            throw BrokenExport.of(name, failed);
        }
        if (count >= 0) {
            filled += count;
        } else if (left > 0) {
            throw new BrokenExport(name, "it ends within line " + (number + 1));
        }
        return count >= 0;
    }

    /** Where the first newline is from an offset on, or the end of what there is. */
    private int newline(int from, int to) {
        var at = from;
        while (at + 4 * Long.BYTES <= to
                && (newlines(at) | newlines(at + 8) | newlines(at + 16) | newlines(at + 24)) == 0) {
            at += 4 * Long.BYTES;
        }
        while (at < to && buffer[at] != '\n') {
            at++;
        }
        return at;
    }

    /** Not zero if there is a newline among the eight bytes. */
    private long newlines(int at) {
        // A byte that is a newline becomes zero, and only below a zero byte does a borrow set a high bit.
        var zeros = Bytes.longAt(buffer, at) ^ NEWLINES;
        return (zeros - ONES) & ~zeros & (ONES << 7);
    }

    /** The array in which the line lies. */
    public byte[] buffer() {
        return buffer;
    }

    /** Where in the array it begins. */
    public int offset() {
        return start;
    }

    /** How long it is, its newline left out. */
    public int length() {
        return end - start;
    }

    @Override
    public void close() {
        try {
            input.close();
        } catch (IOException alreadyRead) {
            // What was read counts, and nothing was written.
        }
    }
}
