package consular.ledger.core.entry;

import consular.ledger.core.hash.Bytes;
import consular.ledger.core.hash.Hex;
import java.util.UUID;

/** UUIDs as {@code 8-4-4-4-12} lower-case digits in an array of bytes. */
final class UuidText {

    private UuidText() {}

    static boolean isCanonical(byte[] source, int at) {
        return source[at + 8] == '-'
                && source[at + 13] == '-'
                && source[at + 18] == '-'
                && source[at + 23] == '-'
                && Hex.isEightDigits(source, at)
                && Hex.areDigits(middle(source, at + 9, at + 14))
                && Hex.areDigits(middle(source, at + 19, at + 24))
                && Hex.isEightDigits(source, at + 28);
    }

    static long high(byte[] source, int at) {
        return join(Hex.eightDigits(source, at), Hex.value(middle(source, at + 9, at + 14)));
    }

    static long low(byte[] source, int at) {
        return join(Hex.value(middle(source, at + 19, at + 24)), Hex.eightDigits(source, at + 28));
    }

    static UUID uuid(byte[] source, int at) {
        return new UUID(high(source, at), low(source, at));
    }

    /** Four digits and four more, packed as {@link Hex} takes them. */
    private static long middle(byte[] source, int first, int second) {
        return join(Bytes.intAt(source, first), Bytes.intAt(source, second));
    }

    private static long join(int high, int low) {
        return ((long) high << 32) | Integer.toUnsignedLong(low);
    }
}
