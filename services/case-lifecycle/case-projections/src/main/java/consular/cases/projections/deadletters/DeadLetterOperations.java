package consular.cases.projections.deadletters;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What an administrator may do with dead letters. A sequence is the stream whose events wait: a case, by its id. */
public interface DeadLetterOperations {
    /**
     * The sequences that wait, by processor and name.
     *
     * @param processor only those of this one; null for all
     * @param sequence only this one; null for all
     * @param after the last of the page before; null for the first page
     */
    List<Held> held(@Nullable String processor, @Nullable String sequence, int limit, @Nullable Place after);

    /**
     * Takes in the letters of a sequence in their order, up to the first that fails again. Doing it twice does no harm.
     *
     * @throws DeadLetterProblem if there is none, or somebody else is at it
     */
    Retried retry(String processor, String sequence);

    /**
     * Gives up all letters of a sequence, and records that for good. A read model then shows the case as it was before them
     * until its next event or a rebuild.
     *
     * @param by who decided it
     * @throws DeadLetterProblem if there is none, or somebody is just trying it again
     */
    Evicted evict(String processor, String sequence, String by, String reason);

    /** Where a page ended. */
    record Place(String processor, String sequence) {}

    /**
     * A sequence that waits.
     *
     * @param causeType the kind of failure
     * @param cause where in the code it arose; nothing of what the event says
     * @param since when its first letter was set aside
     * @param lastTried when it was last tried
     * @param position of the first letter's event in the log
     * @param eventSequence of that event in its stream; null if it belongs to none
     * @param waitingBehind how many letters wait behind the first
     */
    record Held(
            String processor,
            String sequence,
            @Nullable String causeType,
            @Nullable String cause,
            Instant since,
            Instant lastTried,
            long position,
            @Nullable Long eventSequence,
            long waitingBehind) {}

    /**
     * What came of trying again.
     *
     * @param done whether all letters were taken in
     * @param left how many are still there
     * @param causeType why the first of those failed, as in {@link Held}
     */
    record Retried(
            String processor,
            String sequence,
            boolean done,
            long left,
            @Nullable String causeType,
            @Nullable String cause) {}

    /** What was given up. */
    record Evicted(
            String processor, String sequence, long letters, Instant evictedAt, String evictedBy, String reason) {}
}
