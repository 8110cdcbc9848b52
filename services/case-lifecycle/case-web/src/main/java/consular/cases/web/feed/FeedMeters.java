package consular.cases.web.feed;

import consular.cases.application.LogNews;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Shows to whoever scrapes metrics how many follow the log, how far behind they are, and how they ended. */
final class FeedMeters {
    private final Map<Ending, Counter> endings;
    private final Counter refusals;

    FeedMeters(MeterRegistry registry, Collection<Follower> followers, LogNews news) {
        Gauge.builder("consular.feed.followers", followers, Collection::size)
                .description("How many follow the log")
                .register(registry);
        Gauge.builder("consular.feed.lag.events", followers, it -> lag(it, news))
                .description("How many events the one who is furthest behind has still to be shown")
                .register(registry);
        refusals = Counter.builder("consular.feed.refused")
                .description("How often somebody could not follow, since as many did as may")
                .register(registry);
        endings = Arrays.stream(Ending.values())
                .collect(Collectors.toMap(
                        Function.identity(),
                        ending -> Counter.builder("consular.feed.ended")
                                .description("Streams that ended, by the reason")
                                .tag("reason", ending.label())
                                .register(registry),
                        (one, _) -> one,
                        () -> new EnumMap<>(Ending.class)));
    }

    private static double lag(Collection<Follower> followers, LogNews news) {
        var head = news.size();
        return followers.stream()
                .mapToLong(follower -> Math.max(0, head - follower.position()))
                .max()
                .orElse(0);
    }

    void refused() {
        refusals.increment();
    }

    void ended(Ending ending) {
        var counter = endings.get(ending);
        if (counter != null) {
            counter.increment();
        }
    }
}
