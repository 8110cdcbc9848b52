package consular.cases.web.imports;

import java.io.IOException;

/** A file that makes no sense from somewhere on. Says what is wrong, and nothing that stands there. */
public final class UnreadableFile extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableFile(String what) {
        super(what);
    }
}
