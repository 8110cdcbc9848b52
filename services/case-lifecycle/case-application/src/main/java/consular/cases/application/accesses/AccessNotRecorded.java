package consular.cases.application.accesses;

import org.jspecify.annotations.Nullable;

/** An access could not be recorded, so nothing is shown. */
public final class AccessNotRecorded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AccessNotRecorded(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
