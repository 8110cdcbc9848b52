package consular.ledger.core.json;

import java.util.Arrays;

/** Reads a text, as RFC 8785 spells it, from bytes to bytes: the other way round than {@link JsonBytes#write}. */
public final class JsonTextReader {

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
        while (at < end) {
            var letter = source[at];
            if (letter >= ' ' && letter != '"' && letter != '\\') {
                text[length++] = letter;
                at++;
            } else if (letter == '"') {
                return true;
            } else if (!special(source, end)) {
                return false;
            }
        }
        return false;
    }

    private boolean special(byte[] source, int end) {
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
}
