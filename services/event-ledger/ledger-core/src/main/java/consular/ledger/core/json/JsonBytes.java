package consular.ledger.core.json;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Writes texts that are there as bytes. */
public final class JsonBytes {

    private JsonBytes() {}

    /**
     * Writes a text in UTF-8 in quotes, as RFC 8785 spells it.
     *
     * @throws IllegalArgumentException if the bytes are not UTF-8: there is no JSON for them
     */
    public static void write(ByteArrayOutputStream target, byte[] text) {
        requireUtf8(text);
        target.write('"');
        var from = 0;
        for (var at = 0; at < text.length; at++) {
            var letter = text[at];
            if (letter == '"' || letter == '\\' || (letter >= 0 && letter < ' ')) {
                target.write(text, from, at - from);
                target.writeBytes(JsonString.escape((char) letter).getBytes(StandardCharsets.US_ASCII));
                from = at + 1;
            }
        }
        target.write(text, from, text.length - from);
        target.write('"');
    }

    /**
     * Refuses what no JSON text can be made of.
     *
     * @throws IllegalArgumentException if the bytes are not UTF-8
     */
    public static void requireUtf8(byte[] text) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(text));
        } catch (CharacterCodingException notUtf8) {
            throw new IllegalArgumentException("the text is not UTF-8", notUtf8);
        }
    }
}
