package consular.cases.application.webhooks;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where the delivery of a subscription stands.
 *
 * @param secrets those that sign now, the newest first
 * @param position up to where the log was looked at: what is wanted up to there is sent, held or given up
 * @param failures how many rounds in a row have failed since the receiver has been taking nothing at all
 * @param failingSince since when no attempt succeeded; null when the last one did
 * @param restsUntil until when a receiver that takes nothing at all is left alone
 * @param held how many cases are held, dead ones not among them
 * @param failing on how many of them an attempt failed since the last success
 * @param nextDue when the first of them is to be tried again
 */
public record Standing(
        UUID subscription,
        URI target,
        Wanted wanted,
        List<Secret> secrets,
        long position,
        int failures,
        @Nullable Instant failingSince,
        @Nullable Instant restsUntil,
        long held,
        long failing,
        @Nullable Instant nextDue) {
    /** One case may be at fault itself; when so many fail and none succeeds, the receiver is. */
    static final int DOWN = 5;

    public Standing {
        secrets = List.copyOf(secrets);
    }

    /** Whether the receiver takes nothing at all. */
    boolean isDown() {
        return failing >= DOWN;
    }
}
