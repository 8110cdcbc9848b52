package consular.cases.web.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** So many requests of each client of one kind, and as many again over each window. Whoever has all of it is forgotten. */
final class Quota {
    /** Who owes a whole quota has all of it again after two windows, and nothing more to be remembered. */
    private static final int WINDOWS_TO_PAY_BACK = 2;

    private final String name;
    private final long quota;
    private final Duration window;
    private final TimeMeter time;
    private final Cache<String, Bucket> buckets;

    /**
     * Nobody has asked for anything yet.
     *
     * @param name the policy's in the headers of answers
     * @param clients how many are remembered
     */
    Quota(String name, long quota, Duration window, int clients, TimeMeter time) {
        this.name = name;
        this.quota = quota;
        this.window = window;
        this.time = time;
        this.buckets = Caffeine.newBuilder()
                .maximumSize(clients)
                .ticker(time::currentTimeNanos)
                .expireAfterAccess(window.multipliedBy(WINDOWS_TO_PAY_BACK))
                .build();
    }

    /** What one request leaves a client. */
    record Left(boolean taken, long requests, long secondsToAll, long secondsToNext) {}

    /** Takes one request off what the client has. */
    Left take(String client) {
        var probe = bucket(client).tryConsumeAndReturnRemaining(1);
        return new Left(
                probe.isConsumed(),
                probe.getRemainingTokens(),
                seconds(probe.getNanosToWaitForReset()),
                waiting(probe));
    }

    /**
     * Takes off what a request cost more than one, at most a whole quota, even if less is left: then the client has to wait for longer.
     */
    void charge(String client, long more) {
        if (more > 0) {
            var _ = bucket(client).consumeIgnoringRateLimits(Math.min(more, quota));
        }
    }

    private static long waiting(ConsumptionProbe probe) {
        return probe.isConsumed() ? 0 : Math.max(1, seconds(probe.getNanosToWaitForRefill()));
    }

    private static long seconds(long nanos) {
        return TimeUnit.NANOSECONDS.toSeconds(nanos + TimeUnit.SECONDS.toNanos(1) - 1);
    }

    private Bucket bucket(String client) {
        return buckets.get(
                client,
                _ -> Bucket.builder()
                        .withCustomTimePrecision(time)
                        .addLimit(limit -> limit.capacity(quota).refillGreedy(quota, window))
                        .build());
    }

    /** Tells a client what it may do (draft-ietf-httpapi-ratelimit-headers). */
    void tell(HttpServletResponse response, Left left) {
        response.setHeader("RateLimit-Policy", "\"%s\";q=%d;w=%d".formatted(name, quota, window.toSeconds()));
        response.setHeader(
                "RateLimit", "\"%s\";r=%d;t=%d".formatted(name, Math.max(0, left.requests()), left.secondsToAll()));
        if (!left.taken()) {
            response.setHeader("Retry-After", String.valueOf(left.secondsToNext()));
        }
    }
}
