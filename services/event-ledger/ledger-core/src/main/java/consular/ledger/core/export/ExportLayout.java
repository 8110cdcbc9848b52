package consular.ledger.core.export;

import java.util.Set;
import java.util.regex.Pattern;

/** What the files of an export are called. */
public final class ExportLayout {

    /** The entries, one to a line. */
    public static final String ENTRIES = "entries.jsonl";

    /** What the entries commit to, one to a line, in the same order. */
    public static final String CONTENTS = "contents.jsonl";

    /** Every checkpoint, one to a line, the oldest first. */
    public static final String CHECKPOINTS = "checkpoints.jsonl";

    /** The newest checkpoint, once more. */
    public static final String CHECKPOINT = "checkpoint";

    /** The log's own word for its keys: nobody should take it. */
    public static final String KEYS = "log.vkey";

    /** What this is and how to check it by hand. */
    public static final String README = "README.txt";

    /** The files that every export has; beside them there are tiles only. */
    static final Set<String> SINGLE_FILES = Set.of(ENTRIES, CONTENTS, CHECKPOINTS, CHECKPOINT, KEYS, README);

    private static final Pattern FOLDER = Pattern.compile("tile/([0-9]{1,2}/(x[0-9]{3}/)*([0-9]{3}\\.p/)?)?");

    private ExportLayout() {}

    /** Archives made of an unpacked export name its folders too. */
    static boolean isFolder(String name) {
        return FOLDER.matcher(name).matches();
    }
}
