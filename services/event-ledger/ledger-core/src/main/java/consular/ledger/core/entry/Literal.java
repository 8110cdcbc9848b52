package consular.ledger.core.entry;

import static java.nio.charset.StandardCharsets.US_ASCII;

import consular.ledger.core.hash.Bytes;

/** A fixed run of at least eight bytes, compared eight at a time; the last eight may overlap those before. */
final class Literal {

    private final String text;
    private final int length;
    private final long[] words;
    private final long lastWord;

    Literal(String text) {
        var bytes = text.getBytes(US_ASCII);
        this.text = text;
        this.length = bytes.length;
        this.words = new long[(length - 1) / Long.BYTES];
        for (var word = 0; word < words.length; word++) {
            words[word] = Bytes.longAt(bytes, word * Long.BYTES);
        }
        this.lastWord = Bytes.longAt(bytes, length - Long.BYTES);
    }

    int length() {
        return length;
    }

    /** Whether it stands there; as many bytes must. */
    boolean isAt(byte[] source, int at) {
        if (Bytes.longAt(source, at + length - Long.BYTES) != lastWord) {
            return false;
        }
        for (var word = 0; word < words.length; word++) {
            if (Bytes.longAt(source, at + word * Long.BYTES) != words[word]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return text;
    }
}
