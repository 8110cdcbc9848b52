package consular.ledger.core.export;

import java.util.OptionalLong;
import java.util.regex.Pattern;

/** What the files of an export are called. */
public final class ExportLayout {

    /** The entries, one to a line. */
    public static final String ENTRIES = "entries.jsonl";

    /** What the entries commit to, one to a line, in the same order. */
    public static final String CONTENTS = "contents.jsonl";

    /** The newest checkpoint, once more. */
    public static final String CHECKPOINT = "checkpoint";

    /** The log's own word for its keys: nobody should take it. */
    public static final String KEYS = "log.vkey";

    /** What this is and how to check it by hand. */
    public static final String README = "README.txt";

    static final String CHECKPOINTS = "checkpoints/";
    static final String TILES = "tile/";

    private static final Pattern SIZE = Pattern.compile("0|[1-9][0-9]{0,17}");
    private static final Pattern FOLDER =
            Pattern.compile("checkpoints/|tile/([0-9]{1,2}/(x[0-9]{3}/)*([0-9]{3}\\.p/)?)?");

    private ExportLayout() {}

    /** The checkpoint over so many entries. */
    public static String checkpoint(long size) {
        return CHECKPOINTS + size;
    }

    /** The size in the name of a checkpoint; empty for any other name. */
    static OptionalLong checkpointSize(String name) {
        if (!name.startsWith(CHECKPOINTS)) {
            return OptionalLong.empty();
        }
        var digits = name.substring(CHECKPOINTS.length());
        return SIZE.matcher(digits).matches() ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }

    static boolean isSingleFile(String name) {
        return switch (name) {
            case ENTRIES, CONTENTS, CHECKPOINT, KEYS, README -> true;
            default -> false;
        };
    }

    /** Archives made of an unpacked export name its folders too. */
    static boolean isFolder(String name) {
        return FOLDER.matcher(name).matches();
    }
}
