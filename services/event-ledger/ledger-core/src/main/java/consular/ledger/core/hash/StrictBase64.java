package consular.ledger.core.hash;

import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/** Base64 of RFC 4648, section 4, in which every sequence of bytes has one spelling. */
public final class StrictBase64 {

    private StrictBase64() {}

    /** The bytes, or empty when this is not the spelling that {@link #encode} gives: padding or spare bits differ, say. */
    public static Optional<byte[]> decode(String text) {
        try {
            var bytes = Base64.getDecoder().decode(text);
            return encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** The same for a text that is there as bytes. */
    public static Optional<byte[]> decode(byte[] text) {
        try {
            var bytes = Base64.getDecoder().decode(text);
            return Arrays.equals(Base64.getEncoder().encode(bytes), text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** The one spelling of these bytes. */
    public static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
