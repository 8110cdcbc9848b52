package consular.ledger.core.json;

import consular.ledger.core.hash.Bytes;
import consular.ledger.core.hash.Hash;
import consular.ledger.core.hash.Sha256;
import java.util.Arrays;

/**
 * Reads a text, as RFC 8785 spells it, from bytes to bytes: the other way round than {@link JsonBytes#write}. Letters that stand
 * for themselves are taken eight at a time.
 */
public final class JsonTextReader {

    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = ONES << 7;

    private byte[] text = {};
    private int length;
    private int at;

    /**
     * Reads a text whose opening quote is just before an offset.
     *
     * @return whether it is spelt canonically, and its closing quote comes before the end
     */
    public boolean read(byte[] source, int from, int end) {
        if (text.length < end - from) {
            text = new byte[end - from];
        }
        at = from;
        length = 0;
        takePlain(source, end);
        while (at < end && source[at] != '"' && takeSpecial(source, end)) {
            takePlain(source, end);
        }
        return at < end && source[at] == '"';
    }

    /** Takes letters that stand for themselves and escaped quotes, of which a text with JSON in it is full, eight bytes at a time. */
    private void takePlain(byte[] source, int end) {
        var from = at;
        var to = length;
        // Whether the byte before was a backslash that waits for what it escapes: if so, the high bit of the first
        // byte.
        var waiting = 0L;
        while (end - from >= Long.BYTES) {
            var word = Bytes.longAt(source, from);
            var unusual = unusual(word);
            var quotes = equal(word, '"');
            var backslashes = equal(word, '\\');
            if ((waiting | unusual | quotes | backslashes) == 0) {
                Bytes.putLong(text, to, word);
                from += Long.BYTES;
                to += Long.BYTES;
                continue;
            }
            var escaped = waiting | (backslashes >>> Byte.SIZE);
            if ((unusual | (quotes ^ escaped)) != 0) {
                break;
            }
            var dropped = (backslashes >>> 7) * 0xff;
            var kept = Long.SIZE - Long.bitCount(dropped);
            // What is written behind the last letter is written over later: a text is never longer than its spelling.
            Bytes.putLong(text, to, Long.compress(word, ~dropped) << (Long.SIZE - kept));
            waiting = backslashes << (Long.SIZE - Byte.SIZE);
            from += Long.BYTES;
            to += kept / Byte.SIZE;
        }
        from -= waiting == 0 ? 0 : 1;
        while (from < end && isPlain(source[from])) {
            text[to++] = source[from++];
        }
        at = from;
        length = to;
    }

    private static boolean isPlain(byte letter) {
        return letter >= ' ' && letter != '"' && letter != '\\';
    }

    /** The high bit of each of eight bytes that is a control character or part of a wide letter. */
    private static long unusual(long packed) {
        // With its high bit set no byte borrows from its neighbour.
        return (packed | ~((packed | HIGH_BITS) - ' ' * ONES)) & HIGH_BITS;
    }

    /** The high bit of each of eight bytes that is this letter. */
    private static long equal(long packed, char letter) {
        // Without its high bit no byte carries into its neighbour.
        var zero = packed ^ (letter * ONES);
        return ~(((zero & ~HIGH_BITS) + ~HIGH_BITS) | zero) & HIGH_BITS;
    }

    private boolean takeSpecial(byte[] source, int end) {
        var taken = JsonSpelling.length(source, at, end);
        if (source[at] == '\\' && taken > 0) {
            text[length++] = JsonSpelling.unescaped(source, at);
        } else {
            System.arraycopy(source, at, text, length, taken);
            length += taken;
        }
        at += taken;
        return taken > 0;
    }

    /** Where the closing quote is, or where reading stopped. */
    public int at() {
        return at;
    }

    /** The bytes of the text that was read last. */
    public byte[] text() {
        return Arrays.copyOf(text, length);
    }

    /** The hash of these bytes. */
    public Hash hash(Sha256 sha256) {
        return sha256.hash(text, 0, length);
    }
}
