package consular.ledger.core.json;

/**
 * The one spelling that RFC 8785 gives each letter of a text, in UTF-8: how many bytes a letter takes, or 0 where the bytes are
 * no letter or have a spelling that is not the canonical one. Makes no objects.
 */
public final class JsonSpelling {

    private JsonSpelling() {}

    /** How many bytes the letter takes that begins at an offset below the limit; a closing quote is no letter. */
    public static int length(byte[] source, int at, int limit) {
        var letter = source[at];
        if (letter >= ' ' && letter != '\\') {
            return letter == '"' ? 0 : 1;
        }
        return letter == '\\' ? escape(source, at, limit) : wide(source, at, limit);
    }

    /** The letter that an escape of two bytes stands for, or of six, which are told apart by the second byte. */
    static byte unescaped(byte[] source, int at) {
        return switch (source[at + 1]) {
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'u' -> (byte) ((source[at + 4] - '0') * 16 + Character.digit(source[at + 5], 16));
            default -> source[at + 1];
        };
    }

    private static int escape(byte[] source, int at, int limit) {
        if (limit - at < 2) {
            return 0;
        }
        return switch (source[at + 1]) {
            case '"', '\\', 'b', 't', 'n', 'f', 'r' -> 2;
            case 'u' -> limit - at >= 6 && isOtherControl(source, at + 2) ? 6 : 0;
            default -> 0;
        };
    }

    /** Whether four bytes are the code of a control character that has no short escape. */
    private static boolean isOtherControl(byte[] source, int at) {
        if (source[at] != '0' || source[at + 1] != '0') {
            return false;
        }
        var last = Character.digit(source[at + 3], 16);
        var lowerCase = source[at + 3] < 'A' || source[at + 3] > 'F';
        return lowerCase
                && switch (source[at + 2]) {
                    case '0' -> last >= 0 && last != 8 && last != 9 && last != 10 && last != 12 && last != 13;
                    case '1' -> last >= 0;
                    default -> false;
                };
    }

    /** How long a well-formed UTF-8 sequence of several bytes is (Unicode, table 3-7), or 0 if it is none. */
    private static int wide(byte[] source, int at, int limit) {
        var lead = source[at] & 0xff;
        var length = lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : lead < 0xf5 ? 4 : 0;
        if (length == 0 || limit - at < length) {
            return 0;
        }
        var second = source[at + 1] & 0xff;
        var least = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
        var most = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
        if (second < least || second > most) {
            return 0;
        }
        for (var next = at + 2; next < at + length; next++) {
            if ((source[next] & 0xc0) != 0x80) {
                return 0;
            }
        }
        return length;
    }
}
