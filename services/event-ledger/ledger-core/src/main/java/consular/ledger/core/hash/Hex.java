package consular.ledger.core.hash;

/**
 * Lower-case hexadecimal digits in arrays of bytes, eight at a time: an entry has more than 250 of them, and a verifier
 * reads a million entries a second.
 */
public final class Hex {

    private static final long ONES = 0x0101_0101_0101_0101L;
    private static final long HIGH_BITS = ONES << 7;
    private static final long LOW_NIBBLES = 0x0f * ONES;

    private Hex() {}

    /** Whether the eight bytes at an offset are all among 0–9 and a–f. */
    public static boolean isEightDigits(byte[] source, int offset) {
        return areDigits(Bytes.longAt(source, offset));
    }

    /** The value of eight digits; of no meaning for other bytes. */
    public static int eightDigits(byte[] source, int offset) {
        return value(Bytes.longAt(source, offset));
    }

    /** The value of sixteen digits; of no meaning for other bytes. */
    public static long sixteenDigits(byte[] source, int offset) {
        return ((long) eightDigits(source, offset) << 32) | Integer.toUnsignedLong(eightDigits(source, offset + 8));
    }

    /** Whether the 64 bytes at an offset are all digits. */
    public static boolean areDigits64(byte[] source, int offset) {
        var others = 0L;
        for (var at = 0; at < 64; at += 8) {
            others |= others(Bytes.longAt(source, offset + at));
        }
        return others == 0;
    }

    /** Reads the 64 digits at an offset as a hash; of no meaning for other bytes. */
    public static Hash hash(byte[] source, int offset) {
        return new Hash(
                sixteenDigits(source, offset),
                sixteenDigits(source, offset + 16),
                sixteenDigits(source, offset + 32),
                sixteenDigits(source, offset + 48));
    }

    /** Whether eight bytes, packed in one number, are all digits. */
    public static boolean areDigits(long packed) {
        return others(packed) == 0;
    }

    /** The high bit of each byte that is no digit. */
    private static long others(long packed) {
        // With its high bit set no byte borrows from its neighbour, and keeps that bit if it is at least the
        // subtrahend.
        var marked = packed | HIGH_BITS;
        var decimal = (marked - '0' * ONES) & ~(marked - ('9' + 1) * ONES);
        var letter = (marked - 'a' * ONES) & ~(marked - ('f' + 1) * ONES);
        return (packed | ~(decimal | letter)) & HIGH_BITS;
    }

    /** The value of eight digits, packed in one number. */
    public static int value(long packed) {
        var letters = (packed >>> 6) & ONES;
        var nibbles = (packed & LOW_NIBBLES) + 9 * letters;
        var pairs = (nibbles | (nibbles >>> 4)) & 0x00ff_00ff_00ff_00ffL;
        var quads = (pairs | (pairs >>> 8)) & 0x0000_ffff_0000_ffffL;
        return (int) (quads | (quads >>> 16));
    }
}
