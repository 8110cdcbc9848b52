package consular.ledger.core.hash;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Base64 of RFC 4648, section 4, in which every sequence of bytes has one spelling. */
public final class StrictBase64 {

    private StrictBase64() {}

    /** The bytes, or empty when this is not the spelling that {@link #encode} gives: padding or spare bits differ, say. */
    public static Optional<byte[]> decode(String text) {
        return decode(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** The same for a text that is there as bytes. */
    public static Optional<byte[]> decode(byte[] text) {
        try {
            var bytes = Base64.getDecoder().decode(text);
            return isCanonicalAtTheEnd(text, bytes) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** Each four letters before the last ones stand for three bytes, and no others do: only the last can be spelt in several ways. */
    private static boolean isCanonicalAtTheEnd(byte[] text, byte[] bytes) {
        var lastBytes = (bytes.length + 2) / 3 * 3 - 3;
        var lastLetters = lastBytes / 3 * 4;
        return bytes.length == 0
                ? text.length == 0
                : Arrays.equals(
                        Base64.getEncoder().encode(Arrays.copyOfRange(bytes, lastBytes, bytes.length)),
                        Arrays.copyOfRange(text, lastLetters, text.length));
    }

    /** The one spelling of these bytes. */
    public static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
