package consular.ledger.core.entry;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The line that stands in for an entry which a database cannot give: because nothing is there, or nothing that could be an entry.
 * It says why, so that whoever verifies knows which one it is and what to ask. It is no entry, so nothing that holds one is sound.
 */
public final class UnreadableEntry {

    private static final String BEGIN = "{\"unreadable\":\"";
    private static final String END = "\"}";
    private static final int MAX_LENGTH = 400;

    private UnreadableEntry() {}

    /** The line for a reason, which is cut and put into ASCII without quotes. */
    public static byte[] encode(String why) {
        var ascii = new StringBuilder(BEGIN);
        why.chars().limit(MAX_LENGTH).forEach(letter -> ascii.append((char) (isPlain(letter) ? letter : '?')));
        return ascii.append(END).toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** Why there is no entry; empty if the bytes are not such a line. */
    public static Optional<String> reason(byte[] source, int offset, int length) {
        if (length > BEGIN.length() + MAX_LENGTH + END.length()) {
            return Optional.empty();
        }
        var line = new String(source, offset, length, StandardCharsets.ISO_8859_1);
        if (!line.startsWith(BEGIN) || !line.endsWith(END) || length < BEGIN.length() + END.length()) {
            return Optional.empty();
        }
        var why = line.substring(BEGIN.length(), length - END.length());
        return why.chars().allMatch(UnreadableEntry::isPlain) ? Optional.of(why) : Optional.empty();
    }

    private static boolean isPlain(int letter) {
        return letter >= ' ' && letter <= '~' && letter != '"' && letter != '\\';
    }
}
