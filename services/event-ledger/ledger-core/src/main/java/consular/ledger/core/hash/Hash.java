package consular.ledger.core.hash;

import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A SHA-256 value: 32 bytes, kept as four numbers so that it is compared and copied as cheaply as they are.
 *
 * @param first bytes 0 to 7, the most significant first; the others follow
 */
public record Hash(long first, long second, long third, long fourth) {

    /** The bytes of a hash. */
    public static final int LENGTH = 32;

    /** 32 zero bytes: what stands where there is no hash yet. */
    public static final Hash ZERO = new Hash(0, 0, 0, 0);

    /** Reads the 32 bytes at an offset. */
    public static Hash at(byte[] source, int offset) {
        return new Hash(
                Bytes.longAt(source, offset),
                Bytes.longAt(source, offset + 8),
                Bytes.longAt(source, offset + 16),
                Bytes.longAt(source, offset + 24));
    }

    /** Reads 64 hexadecimal digits; anything else is the caller's mistake. */
    public static Hash ofHex(String digits) {
        var bytes = HexFormat.of().parseHex(digits);
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a hash has 64 hexadecimal digits, not " + digits.length());
        }
        return at(bytes, 0);
    }

    /** Reads the one base64 spelling of 32 bytes; empty for any other text. */
    public static Optional<Hash> ofBase64(String text) {
        return StrictBase64.decode(text).filter(bytes -> bytes.length == LENGTH).map(bytes -> at(bytes, 0));
    }

    /** Writes the 32 bytes at an offset. */
    public void writeTo(byte[] target, int offset) {
        Bytes.putLong(target, offset, first);
        Bytes.putLong(target, offset + 8, second);
        Bytes.putLong(target, offset + 16, third);
        Bytes.putLong(target, offset + 24, fourth);
    }

    /** The 32 bytes. */
    public byte[] bytes() {
        var bytes = new byte[LENGTH];
        writeTo(bytes, 0);
        return bytes;
    }

    /** 64 lower-case hexadecimal digits, as {@code sha256sum} prints them. */
    public String hex() {
        return HexFormat.of().formatHex(bytes());
    }

    /** The spelling in notes and proofs. */
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes());
    }

    @Override
    public String toString() {
        return hex();
    }
}
