package consular.ledger.core.entry;

/** Finds the end of a canonical text, and any departure from the one spelling that it may have. Makes no objects. */
final class JsonTextScanner {

    private JsonTextScanner() {}

    /** Where the closing quote is of a text whose first byte is at an offset, or -1 if it is not canonical. */
    static int closingQuote(byte[] source, int from, int end) {
        var limit = Math.min(end, from + JsonText.MAX_LENGTH + 1);
        var at = from;
        while (at < limit) {
            int letter = source[at];
            if (letter == '"') {
                return at > from ? at : -1;
            }
            var length = letter >= ' ' && letter != '\\'
                    ? 1
                    : letter == '\\' ? escape(source, at, limit) : wide(source, at, limit);
            if (length == 0) {
                return -1;
            }
            at += length;
        }
        return -1;
    }

    /** How long an escape is, or 0 if there is none or another spelling is the canonical one. */
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
