package consular.cases.application.webhooks;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came of a round.
 *
 * @param position up to where the log was looked at
 * @param done cases that were held and are no more
 * @param held cases that are held from now on, or still
 * @param succeeded whether the receiver took anything
 * @param recovered whether it took nothing at all before: then everything that is held is tried again at once
 * @param failures as {@link Standing#failures}
 * @param failingSince as {@link Standing#failingSince}
 * @param restsUntil as {@link Standing#restsUntil}
 * @param failure what failed last; null if nothing did
 * @param disabled why the service gives the receiver up; null if it does not
 */
public record Outcome(
        Instant at,
        long position,
        List<UUID> done,
        List<Held> held,
        boolean succeeded,
        boolean recovered,
        int failures,
        @Nullable Instant failingSince,
        @Nullable Instant restsUntil,
        @Nullable Failure failure,
        @Nullable Disabling disabled) {

    public Outcome {
        done = List.copyOf(done);
        held = List.copyOf(held);
    }

    /** Why the service gives a receiver up. */
    public enum Disabling {
        /** It said so itself, with 410. */
        GONE,
        /** It took nothing for days. */
        UNREACHABLE
    }

    /**
     * A case that is held.
     *
     * @param failure why it failed; null if it was not tried, since others failed before
     * @param dead whether it is not tried again by itself
     */
    public record Held(
            UUID subject,
            long next,
            int attempts,
            Instant nextAttempt,
            @Nullable Failure failure,
            boolean dead) {}
}
