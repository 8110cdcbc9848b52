package consular.cases.web.api;

import consular.cases.application.CaseHistory;
import consular.cases.web.problem.ApiException;
import consular.cases.web.problem.ProblemCode;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.springframework.stereotype.Component;

/** Waits until the log has a version of a case. */
@Component
final class SeenVersions {
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Each look reads the whole record of the case. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(400);

    private final CaseHistory history;

    SeenVersions(CaseHistory history) {
        this.history = history;
    }

    /**
     * The log is what commands write to, so in general nothing is waited for.
     *
     * @throws ApiException 503 when the log has not got it in time
     */
    void await(Parameters.AtLeast seen) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var pause = FIRST_PAUSE.toNanos();
        while (!isInLog(seen)) {
            if (System.nanoTime() + pause > end) {
                throw new ApiException(ProblemCode.NOT_YET_VISIBLE, "the log has not that version of the case yet");
            }
            LockSupport.parkNanos(pause);
            pause = Math.min(pause * 2, LONGEST_PAUSE.toNanos());
        }
    }

    /** What is stored has its place in the log, and nothing will be stored before it any more. */
    private boolean isInLog(Parameters.AtLeast seen) {
        var record = history.of(seen.caseId());
        return record.size() >= seen.version()
                && (seen.version() < 1 || record.get((int) seen.version() - 1).position() != null);
    }
}
