package consular.ledger.core.note;

import consular.ledger.core.hash.Hash;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What a log vouches for: how many entries it has, and the root over them.
 *
 * @param origin which log
 * @param size how many entries
 * @param root the root over them, RFC 6962
 * @param extensions further lines, of no meaning here
 */
public record Checkpoint(String origin, long size, Hash root, List<String> extensions) {

    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,18}");

    public Checkpoint {
        extensions = List.copyOf(extensions);
        if (size < 0) {
            throw new IllegalArgumentException("no log has " + size + " entries");
        }
        var lines = new ArrayList<>(extensions);
        lines.add(origin);
        if (lines.stream().anyMatch(line -> line.isEmpty() || line.chars().anyMatch(letter -> letter < ' '))) {
            throw new IllegalArgumentException("origin and extensions are one line each, and not empty");
        }
    }

    /** A checkpoint without extensions. */
    public Checkpoint(String origin, long size, Hash root) {
        this(origin, size, root, List.of());
    }

    /** The text of the note. */
    public String text() {
        var lines = new ArrayList<>(List.of(origin, Long.toString(size), root.base64()));
        lines.addAll(extensions);
        return String.join("\n", lines) + "\n";
    }

    /** Reads the text of a note. What is read, gives the same {@link #text}. */
    public static CheckpointReading parse(String text) {
        if (!text.endsWith("\n")) {
            return new CheckpointReading.Unreadable(CheckpointFault.NO_FINAL_NEWLINE);
        }
        var lines = List.of(text.substring(0, text.length() - 1).split("\n", -1));
        if (lines.size() < 3) {
            return new CheckpointReading.Unreadable(CheckpointFault.TOO_FEW_LINES);
        }
        if (lines.stream().anyMatch(String::isEmpty)) {
            return new CheckpointReading.Unreadable(CheckpointFault.EMPTY_LINE);
        }
        if (text.chars().anyMatch(letter -> letter < ' ' && letter != '\n')) {
            return new CheckpointReading.Unreadable(CheckpointFault.CONTROL_CHARACTER);
        }
        return parse(lines);
    }

    private static CheckpointReading parse(List<String> lines) {
        var size = lines.get(1);
        // Nineteen digits may be more than a long holds; then it is negative.
        if (!SIZE.matcher(size).matches() || Long.parseUnsignedLong(size) < 0) {
            return new CheckpointReading.Unreadable(CheckpointFault.NO_SIZE);
        }
        return Hash.ofBase64(lines.get(2))
                .<CheckpointReading>map(root -> new CheckpointReading.Read(
                        new Checkpoint(lines.get(0), Long.parseLong(size), root, lines.subList(3, lines.size()))))
                .orElse(new CheckpointReading.Unreadable(CheckpointFault.NO_ROOT));
    }
}
