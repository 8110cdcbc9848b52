package consular.cases.web.feed;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the log is followed.
 *
 * @param followers how many may follow at once on this instance
 * @param followersPerPerson how many of them one person may be
 * @param heartbeat after how much silence a follower is told that the connection is alive
 * @param pace the shortest time between two pages at the end of the log
 * @param writeTimeout how long a page may take to go out, before the follower is cut off
 * @param longest after how long a stream ends, so that whoever follows has to show again who that is
 */
@ConfigurationProperties("consular.feed")
record FeedProperties(
        @DefaultValue("1000") int followers,
        @DefaultValue("20") int followersPerPerson,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("200ms") Duration pace,
        @DefaultValue("20s") Duration writeTimeout,
        @DefaultValue("1h") Duration longest) {
    FeedProperties {
        if (followers < 0 || followersPerPerson < 0) {
            throw new IllegalArgumentException(
                    "consular.feed.followers and consular.feed.followers-per-person must not be negative");
        }
        requirePositive("heartbeat", heartbeat);
        requirePositive("pace", pace);
        requirePositive("write-timeout", writeTimeout);
        requirePositive("longest", longest);
    }

    private static void requirePositive(String name, Duration value) {
        if (!value.isPositive()) {
            throw new IllegalArgumentException("consular.feed." + name + " must be longer than nothing");
        }
    }
}
