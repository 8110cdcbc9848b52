package consular.ledger.core.entry;

import consular.ledger.core.json.JsonSpelling;

/** Finds the end of a canonical text, and any departure from the one spelling that it may have. Makes no objects. */
final class JsonTextScanner {

    private JsonTextScanner() {}

    /** Where the closing quote is of a text whose first byte is at an offset, or -1 if it is not canonical. */
    static int closingQuote(byte[] source, int from, int end) {
        var limit = Math.min(end, from + JsonText.MAX_LENGTH + 1);
        var at = from;
        while (at < limit) {
            if (source[at] == '"') {
                return at > from ? at : -1;
            }
            var length = JsonSpelling.length(source, at, limit);
            if (length == 0) {
                return -1;
            }
            at += length;
        }
        return -1;
    }
}
