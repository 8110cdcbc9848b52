package consular.cases.application.accesses;

import java.util.List;

/** The log of accesses. It is only ever added to. */
public interface AccessLog {
    /**
     * Records an access; it is durable when this returns.
     *
     * @throws AccessNotRecorded when it is not certain that it is; then nothing may be shown
     */
    void record(Access access);

    /** Accesses, the newest first. */
    List<RecordedAccess> find(AccessQuestion question, int limit);
}
