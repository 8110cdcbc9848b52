package consular.ledger.core.content;

import static java.nio.charset.StandardCharsets.US_ASCII;

import consular.ledger.core.entry.Commitments;
import consular.ledger.core.hash.StrictBase64;
import consular.ledger.core.json.JsonBytes;
import java.io.ByteArrayOutputStream;
import java.util.HexFormat;

/**
 * The line of an export that holds the content of one event: a JSON object in canonical form, so there is one line for each content
 * and one content for each line. The clear part is a text whose UTF-8 bytes are what the entry commits to.
 */
public final class ContentLine {

    /** No line is longer, its newline left out: so a reader knows when to stop. */
    public static final int MAX_LENGTH = 16 << 20;

    static final String CLEAR = "{\"clear\":";
    static final String SECRET = ",\"secret\":";
    static final String NONE = "null";
    static final String ERASED = "\"erased\"";
    static final String PARTS = "[";
    static final String NEXT_PART = ",";
    static final String END_OF_PARTS = "]";
    static final String CIPHERTEXT = "{\"ciphertext\":\"";
    static final String KEY_COMMITMENT = "\",\"key_commitment\":\"";
    static final String SALT = "\",\"salt\":\"";
    static final String END_OF_SECRET = "\"}";
    static final String END = "}";

    private ContentLine() {}

    /**
     * The line without a newline at its end.
     *
     * @throws IllegalArgumentException if the clear part is not UTF-8, salt or key commitment have another length than 32
     *     bytes, or the line would be longer than {@link #MAX_LENGTH}
     */
    public static byte[] encode(Content content) {
        var line = new ByteArrayOutputStream(content.clear().length * 5 / 4 + 64);
        write(line, CLEAR);
        JsonBytes.write(line, content.clear());
        write(line, SECRET);
        switch (content.secret()) {
            case Content.None() -> write(line, NONE);
            case Content.Erased() -> write(line, ERASED);
            case Content.Enciphered enciphered -> write(line, enciphered);
            case Content.Several(var parts) -> {
                for (var part = 0; part < parts.size(); part++) {
                    write(line, part == 0 ? PARTS : NEXT_PART);
                    switch (parts.get(part)) {
                        case Content.Enciphered enciphered -> write(line, enciphered);
                        case Content.ErasedPart(var commitment) -> write(line, '"' + commitment.hex() + '"');
                    }
                }
                write(line, END_OF_PARTS);
            }
        }
        write(line, END);
        if (line.size() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "content of " + line.size() + " bytes, spelt out, is too long for a line");
        }
        return line.toByteArray();
    }

    /**
     * Refuses a clear part that no line could hold, before anything commits to it.
     *
     * @throws IllegalArgumentException if it is not UTF-8, or so long that the line might be too long; that is from a sixth of
     *     {@link #MAX_LENGTH} on, for a letter may take six
     */
    public static void requireEncodable(byte[] clear) {
        if (clear.length > MAX_LENGTH / 6 - 64) {
            throw new IllegalArgumentException("a clear part of " + clear.length + " bytes is too long");
        }
        JsonBytes.requireUtf8(clear);
    }

    /** The content for which a range of bytes stands, or why it stands for none. What decodes, encodes to the same bytes. */
    public static ContentReading decode(byte[] source, int offset, int length) {
        return new ContentReader().read(source, offset, length);
    }

    private static void write(ByteArrayOutputStream line, Content.Enciphered part) {
        write(line, CIPHERTEXT + StrictBase64.encode(part.ciphertext()));
        write(line, KEY_COMMITMENT + hex(part.keyCommitment()));
        write(line, SALT + hex(part.salt()) + END_OF_SECRET);
    }

    private static void write(ByteArrayOutputStream line, String ascii) {
        line.writeBytes(ascii.getBytes(US_ASCII));
    }

    private static String hex(byte[] bytes) {
        if (bytes.length != Commitments.SALT_LENGTH) {
            throw new IllegalArgumentException("salt and key commitment have 32 bytes each");
        }
        return HexFormat.of().formatHex(bytes);
    }
}
