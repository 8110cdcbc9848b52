package consular.ledger.core.export;

import java.io.IOException;
import java.io.InputStream;

/** Where the files of an export lie. May be read by several threads at once. */
interface ExportFiles extends AutoCloseable {

    /** What the export itself is called. */
    String name();

    /** Every name, as often as it is there; those of folders end in a slash. */
    void names(NameSink sink) throws IOException;

    /** Opens a file, the name of which was among the {@link #names}. */
    InputStream open(String name) throws IOException;

    @Override
    void close() throws IOException;

    /** Takes a name, and may refuse it. */
    @FunctionalInterface
    interface NameSink {
        void accept(String name) throws BrokenExport;
    }
}
