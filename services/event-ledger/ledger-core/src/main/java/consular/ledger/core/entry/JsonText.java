package consular.ledger.core.entry;

import consular.ledger.core.json.JsonString;
import java.nio.charset.StandardCharsets;

/** Texts within an entry as RFC 8785 spells them: one spelling for each, in UTF-8, from 1 to 1,024 bytes between the quotes. */
final class JsonText {

    /** In bytes, as spelt. It keeps an entry far below the 65,535 bytes that a bundle of entries can hold. */
    static final int MAX_LENGTH = 1024;

    private JsonText() {}

    static void requireText(String name, String text) {
        if (isPlain(text)) {
            return;
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            throw new IllegalArgumentException(name + " holds half a surrogate pair");
        }
        var quoted = new StringBuilder();
        JsonString.write(quoted, text);
        var length = quoted.toString().getBytes(StandardCharsets.UTF_8).length - 2;
        if (length < 1 || length > MAX_LENGTH) {
            throw new IllegalArgumentException(name + " takes " + length + " bytes, and may take 1 to " + MAX_LENGTH);
        }
    }

    /** Whether it is spelt as it is, a byte for a letter, and short enough: as nearly every text is. */
    private static boolean isPlain(String text) {
        if (text.isEmpty() || text.length() > MAX_LENGTH) {
            return false;
        }
        for (var at = 0; at < text.length(); at++) {
            var letter = text.charAt(at);
            if (letter < ' ' || letter > '~' || letter == '"' || letter == '\\') {
                return false;
            }
        }
        return true;
    }

    /** Reads what stands between the quotes of a text that {@link JsonTextScanner} has found canonical. */
    static String read(byte[] source, int from, int to) {
        var spelt = new String(source, from, to - from, StandardCharsets.UTF_8);
        if (spelt.indexOf('\\') < 0) {
            return spelt;
        }
        var text = new StringBuilder();
        var at = 0;
        while (at < spelt.length()) {
            if (spelt.charAt(at) != '\\') {
                text.append(spelt.charAt(at));
                at += 1;
            } else if (spelt.charAt(at + 1) == 'u') {
                text.append((char) Integer.parseInt(spelt, at + 2, at + 6, 16));
                at += 6;
            } else {
                text.append(unescaped(spelt.charAt(at + 1)));
                at += 2;
            }
        }
        return text.toString();
    }

    private static char unescaped(char letter) {
        return switch (letter) {
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            default -> letter;
        };
    }
}
