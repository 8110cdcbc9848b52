package consular.ledger.core.entry;

import consular.ledger.core.hash.Bytes;
import consular.ledger.core.hash.Hex;

/** Walks over the parts of a canonical entry, and remembers where it could not go on. Makes no objects while it can. */
final class EntryScanner {

    static final int HASH_DIGITS = 64;
    static final int UUID_LENGTH = 36;

    /** The four letters, as one number. */
    private static final int NULL = Bytes.intAt(new byte[] {'n', 'u', 'l', 'l'}, 0);

    private byte[] source = {};
    private int at;
    private int end;
    private String expected = "";

    void start(byte[] bytes, int offset, int length) {
        source = bytes;
        at = offset;
        end = offset + length;
    }

    byte[] source() {
        return source;
    }

    int at() {
        return at;
    }

    String expected() {
        return expected;
    }

    boolean isNull() {
        if (end - at < Integer.BYTES || Bytes.intAt(source, at) != NULL) {
            return false;
        }
        at += Integer.BYTES;
        return true;
    }

    boolean quote() {
        if (at == end || source[at] != '"') {
            return fail("a quote");
        }
        at++;
        return true;
    }

    boolean literal(Literal literal) {
        if (end - at < literal.length() || !literal.isAt(source, at)) {
            return fail(literal.toString());
        }
        at += literal.length();
        return true;
    }

    boolean text(String name) {
        var quote = JsonTextScanner.closingQuote(source, at, end);
        if (quote < 0) {
            return fail(name + ", spelt canonically in 1 to " + JsonText.MAX_LENGTH + " bytes");
        }
        at = quote;
        return true;
    }

    boolean hash(String name) {
        if (end - at < HASH_DIGITS || !Hex.areDigits64(source, at)) {
            return fail(name + " as 64 lower-case hexadecimal digits");
        }
        at += HASH_DIGITS;
        return true;
    }

    boolean uuid() {
        if (end - at < UUID_LENGTH || !UuidText.isCanonical(source, at)) {
            return fail("a UUID in lower case");
        }
        at += UUID_LENGTH;
        return true;
    }

    boolean timestamp() {
        if (end - at < Timestamps.LENGTH || !Timestamps.isCanonical(source, at)) {
            return fail("a moment in UTC with six decimals");
        }
        at += Timestamps.LENGTH;
        return true;
    }

    /** A whole number without leading zeros, or -1. */
    long number(long most) {
        var start = at;
        var value = 0L;
        while (at < end && source[at] >= '0' && source[at] <= '9' && value <= most) {
            value = value * 10 + (source[at] - '0');
            at++;
        }
        if (at == start || value > most || (source[start] == '0' && at > start + 1)) {
            fail("a whole number up to " + most);
            return -1;
        }
        return value;
    }

    boolean atEnd() {
        return at == end || fail("the end");
    }

    private boolean fail(String whatShouldBeHere) {
        expected = whatShouldBeHere;
        return false;
    }
}
