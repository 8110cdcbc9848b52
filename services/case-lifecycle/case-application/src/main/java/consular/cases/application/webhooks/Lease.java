package consular.cases.application.webhooks;

import java.time.Duration;
import java.util.UUID;

/** That this node, and no other, delivers a subscription for a while. */
public final class Lease {
    private final UUID subscription;
    private final long epoch;
    private volatile long end;

    /**
     * A lease.
     *
     * @param epoch which lease on the subscription it is; whatever is written under an earlier one is refused
     * @param end when it ends at the latest, by {@link System#nanoTime}
     */
    public Lease(UUID subscription, long epoch, long end) {
        this.subscription = subscription;
        this.epoch = epoch;
        this.end = end;
    }

    public UUID subscription() {
        return subscription;
    }

    public long epoch() {
        return epoch;
    }

    /** Whether nobody else can have it before so much time has passed. */
    boolean lasts(Duration atLeast) {
        return end - System.nanoTime() > atLeast.toNanos();
    }

    /** It was renewed. */
    void renew(Lease renewed) {
        end = renewed.end;
    }

    /** Begins nothing new. */
    void end() {
        end = System.nanoTime();
    }

    boolean isSame(Lease other) {
        return subscription.equals(other.subscription) && epoch == other.epoch;
    }
}
