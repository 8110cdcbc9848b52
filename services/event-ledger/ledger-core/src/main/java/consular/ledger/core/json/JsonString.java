package consular.ledger.core.json;

/** Writes texts in quotes as RFC 8785 spells them. */
public final class JsonString {

    private JsonString() {}

    /** Appends the text in quotes. */
    public static void write(StringBuilder target, String text) {
        target.append('"');
        for (var at = 0; at < text.length(); at++) {
            var letter = text.charAt(at);
            if (letter >= ' ' && letter != '"' && letter != '\\') {
                target.append(letter);
            } else {
                target.append(escape(letter));
            }
        }
        target.append('"');
    }

    /** How a letter is spelt that may not stand for itself. */
    static String escape(char letter) {
        return switch (letter) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            default -> "\\u00" + (letter < 16 ? "0" : "1") + Character.forDigit(letter % 16, 16);
        };
    }
}
