package consular.cases.projections;

import consular.cases.domain.people.CaseId;
import java.time.Instant;

/** The read models will not see a version of a case before an administrator has seen to a dead letter. */
public final class CaseHeldBack extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** The event at that position could not be taken in. */
    public CaseHeldBack(CaseId caseId, long position, Instant since) {
        super(
                "the read models show case " + caseId + " as it was before event " + position
                        + " of the log, which they could not take in; it has been a dead letter since " + since
                        + ", and an administrator has to try it again or give it up",
                null,
                false,
                false);
    }
}
