package consular.cases.web.limits;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * How fast a client must be to keep a place: it may be waited for a while, and for longer the more it has sent or taken. Only time
 * spent waiting for the client counts, none that the service takes.
 */
final class Pace {
    private final long grace;
    private final long bytesPerSecond;
    private long bytes;
    private long waited;

    /**
     * Nothing has gone over yet.
     *
     * @param grace how long is waited whatever comes
     * @param bytesPerSecond for how many bytes a second more is
     */
    Pace(Duration grace, long bytesPerSecond) {
        this.grace = grace.toNanos();
        this.bytesPerSecond = bytesPerSecond;
    }

    /** Notes that so many bytes took so many nanoseconds to go over. */
    void count(long howMany, long nanos) {
        bytes += howMany;
        waited += nanos;
    }

    /** Whether more was waited than what went over is worth. */
    boolean isTooSlow() {
        return waited > grace + worth();
    }

    /** The seconds by themselves: an export of many gigabytes would not fit into nanoseconds times bytes. */
    private long worth() {
        return TimeUnit.SECONDS.toNanos(bytes / bytesPerSecond)
                + TimeUnit.SECONDS.toNanos(bytes % bytesPerSecond) / bytesPerSecond;
    }
}
