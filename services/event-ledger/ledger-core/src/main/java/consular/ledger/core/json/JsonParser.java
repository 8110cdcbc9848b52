package consular.ledger.core.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads strict JSON: white space and the order of members are free, and nothing else is. A method that fails answers null. */
final class JsonParser {

    /** Deeper than any document that is known here, and far from the end of the stack. */
    private static final int MAX_DEPTH = 16;

    private static final long MAX_NUMBER = (1L << 53) - 1;
    private static final int NO_LETTER = -1;

    private final String source;
    private int at;
    private int depth;

    private JsonParser(String source) {
        this.source = source;
    }

    static Optional<Json> parse(byte[] document) {
        try {
            var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(document));
            var parser = new JsonParser(text.toString());
            var value = parser.value();
            return parser.at == parser.source.length() ? Optional.ofNullable(value) : Optional.empty();
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }

    /** A value and the white space round it. */
    private @Nullable Json value() {
        skipSpace();
        var value = ++depth > MAX_DEPTH ? null : bareValue();
        depth--;
        skipSpace();
        return value;
    }

    private @Nullable Json bareValue() {
        return switch (peek()) {
            case '{' -> members();
            case '[' -> items();
            case '"' -> textValue();
            case 'n' -> nullValue();
            default -> number();
        };
    }

    private @Nullable Json textValue() {
        var text = text();
        if (text == null) {
            return null;
        }
        return new Json.Text(text);
    }

    private @Nullable Json nullValue() {
        if (!source.startsWith("null", at)) {
            return null;
        }
        at += 4;
        return new Json.Null();
    }

    private @Nullable Json members() {
        Map<String, Json> members = new HashMap<>();
        at++;
        skipSpace();
        if (take('}')) {
            return new Json.Members(members);
        }
        do {
            skipSpace();
            var name = peek() == '"' ? text() : null;
            skipSpace();
            var value = name != null && take(':') ? value() : null;
            if (name == null || value == null || members.put(name, value) != null) {
                return null;
            }
        } while (take(','));
        return take('}') ? new Json.Members(members) : null;
    }

    private @Nullable Json items() {
        List<Json> items = new ArrayList<>();
        at++;
        skipSpace();
        if (take(']')) {
            return new Json.Items(items);
        }
        do {
            var value = value();
            if (value == null) {
                return null;
            }
            items.add(value);
        } while (take(','));
        return take(']') ? new Json.Items(items) : null;
    }

    private @Nullable Json number() {
        var start = at;
        var number = 0L;
        while (peek() >= '0' && peek() <= '9' && number <= MAX_NUMBER) {
            number = number * 10 + (peek() - '0');
            at++;
        }
        var leadingZero = at > start + 1 && source.charAt(start) == '0';
        return at == start || leadingZero || number > MAX_NUMBER ? null : new Json.Whole(number);
    }

    private @Nullable String text() {
        var text = new StringBuilder();
        for (at++; at < source.length() && source.charAt(at) >= ' '; at++) {
            int letter = source.charAt(at);
            if (letter == '"') {
                at++;
                return StandardCharsets.UTF_8.newEncoder().canEncode(text) ? text.toString() : null;
            }
            if (letter == '\\') {
                letter = escaped();
                if (letter == NO_LETTER) {
                    return null;
                }
            }
            text.append((char) letter);
        }
        return null;
    }

    /** The letter for which an escape stands, or {@link #NO_LETTER}. */
    private int escaped() {
        at++;
        return switch (peek()) {
            case '"', '\\', '/' -> peek();
            case 'b' -> '\b';
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'f' -> '\f';
            case 'r' -> '\r';
            case 'u' -> unicode();
            default -> NO_LETTER;
        };
    }

    private int unicode() {
        var code = 0;
        for (var digit = 0; digit < 4; digit++) {
            at++;
            var value = peek() < 128 ? Character.digit(peek(), 16) : -1;
            if (value < 0) {
                return NO_LETTER;
            }
            code = code * 16 + value;
        }
        return code;
    }

    private boolean take(char letter) {
        if (peek() != letter) {
            return false;
        }
        at++;
        return true;
    }

    private void skipSpace() {
        while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
            at++;
        }
    }

    /** The next letter, or at the end one that fits nowhere. */
    private char peek() {
        return at < source.length() ? source.charAt(at) : '\0';
    }
}
