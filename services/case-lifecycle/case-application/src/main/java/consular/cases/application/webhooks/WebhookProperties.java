package consular.cases.application.webhooks;

import java.time.Duration;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How events are sent to receivers.
 *
 * @param subscriptions how many there may be
 * @param parallel how many cases of one subscription are sent at once
 * @param timeout how long an attempt may take
 * @param firstPause between the first failure and the next attempt; it doubles from one to the next
 * @param longestPause between two attempts on a case
 * @param longestRest between two attempts on a receiver that takes nothing at all
 * @param attempts after how many failures a case becomes a dead letter, if the receiver takes others
 * @param disableAfter after how long a receiver that takes nothing at all is given up
 * @param confirmation for how long a person who was entitled to what a subscription is sent answers for it; not confirmed by then,
 *     it is disabled
 * @param lease after how long another node delivers what a node that is gone delivered
 * @param ports to which events may be sent
 * @param allowLoopback whether events may be sent to this machine, without encryption and to any port: for trials only
 */
@ConfigurationProperties("consular.webhooks")
public record WebhookProperties(
        @DefaultValue("50") int subscriptions,
        @DefaultValue("8") int parallel,
        @DefaultValue("15s") Duration timeout,
        @DefaultValue("5s") Duration firstPause,
        @DefaultValue("1h") Duration longestPause,
        @DefaultValue("5m") Duration longestRest,
        @DefaultValue("30") int attempts,
        @DefaultValue("5d") Duration disableAfter,
        @DefaultValue("90d") Duration confirmation,
        @DefaultValue("60s") Duration lease,
        @DefaultValue({"443", "8443"}) Set<Integer> ports,
        @DefaultValue("false") boolean allowLoopback) {
    public WebhookProperties {
        ports = Set.copyOf(ports);
        requirePositive("subscriptions", subscriptions);
        requirePositive("parallel", parallel);
        requirePositive("attempts", attempts);
        requirePositive("timeout", timeout.toMillis());
        requirePositive("first-pause", firstPause.toMillis());
        requirePositive("longest-pause", longestPause.toMillis());
        requirePositive("longest-rest", longestRest.toMillis());
        requirePositive("disable-after", disableAfter.toMillis());
        requirePositive("confirmation", confirmation.toMillis());
        if (lease.compareTo(timeout.multipliedBy(3)) < 0) {
            throw new IllegalArgumentException("consular.webhooks.lease must be at least three times the timeout");
        }
    }

    private static void requirePositive(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException("consular.webhooks." + name + " must be more than nothing");
        }
    }
}
