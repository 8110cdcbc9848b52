package consular.ledger.core.export;

import java.io.IOException;

/** A file of an export cannot be read, or cannot be part of an export. */
public final class BrokenExport extends IOException {

    private static final long serialVersionUID = 1;

    private static final int MAX_SHOWN = 160;

    private final String file;
    private final String why;

    BrokenExport(String file, String why) {
        super(printable(file) + ": " + printable(why));
        this.file = printable(file);
        this.why = printable(why);
    }

    /** Names are the work of strangers, at times within a message of the JDK too, and a report is read on a terminal. */
    private static String printable(String text) {
        var shown = text.length() > MAX_SHOWN ? text.substring(0, MAX_SHOWN) + "…" : text;
        return shown.replaceAll("\\p{C}", "?");
    }

    static BrokenExport of(String file, IOException failed) {
        if (failed instanceof BrokenExport broken) {
            return broken;
        }
        var message = failed.getMessage();
        return new BrokenExport(
                file,
                "it cannot be read: " + (message == null ? failed.getClass().getSimpleName() : message));
    }

    /** Which file, by its name within the export, or the export's own. */
    public String file() {
        return file;
    }

    /** What is wrong with it, in a few words. */
    public String why() {
        return why;
    }
}
