package consular.cases.web;

import consular.cases.projections.deadletters.DeadLetterOperations;
import consular.cases.projections.deadletters.DeadLetterProblem;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Two cases whose letters fail until they are told otherwise, and how often they were tried as the number left. */
public final class DeadLettersInMemory implements DeadLetterOperations {
    public static final String CASE = "00000000-0000-4000-8000-000000000001";
    private static final String OTHER = "00000000-0000-4000-8000-000000000002";

    private @Nullable DeadLetterProblem problem;
    private long tries;

    /** Lets the next operation end so; null to work again. */
    public void failWith(@Nullable DeadLetterProblem next) {
        problem = next;
    }

    @Override
    public List<Held> held(@Nullable String processor, @Nullable String sequence, int limit, @Nullable Place after) {
        return List.of(one(CASE), one(OTHER)).stream()
                .filter(held -> processor == null || held.processor().equals(processor))
                .filter(held -> sequence == null || held.sequence().equals(sequence))
                .filter(held -> after == null || held.sequence().compareTo(after.sequence()) > 0)
                .limit(limit)
                .toList();
    }

    private static Held one(String sequence) {
        return new Held(
                "read-models",
                sequence,
                "java.lang.IllegalStateException",
                "at consular.cases.projections.Row.of(Row.java:7)",
                MovableClock.START,
                MovableClock.START,
                7,
                2L,
                3);
    }

    @Override
    public Retried retry(String processor, String sequence) {
        begin();
        return new Retried(processor, sequence, false, ++tries, "java.lang.IllegalStateException", "at Row.java:7");
    }

    @Override
    public Evicted evict(String processor, String sequence, String by, String reason) {
        begin();
        return new Evicted(processor, sequence, ++tries, MovableClock.START, by, reason);
    }

    private void begin() {
        if (problem != null) {
            throw problem;
        }
    }
}
