package consular.cases.application.webhooks;

import consular.cases.application.LogNews;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.net.URI;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Shows how receivers fare; which of them, the interface tells. No number while the database does not say. */
final class WebhookMeters {
    private static final Logger LOG = LoggerFactory.getLogger(WebhookMeters.class);

    private final Subscriptions subscriptions;
    private final LogNews news;
    private final InstantSource clock;

    WebhookMeters(Subscriptions subscriptions, LogNews news, InstantSource clock) {
        this.subscriptions = subscriptions;
        this.news = news;
        this.clock = clock;
    }

    void register(MeterRegistry registry) {
        gauge("consular.webhooks.lag.events", this::lag)
                .description("How many events the active subscription that is furthest behind has still to look at")
                .register(registry);
        gauge("consular.webhooks.failing.age", Subscriptions.Totals::failing)
                .baseUnit("seconds")
                .description("For how long the active subscription has been failing that fails longest")
                .register(registry);
        gauge("consular.webhooks.held.cases", Subscriptions.Totals::held)
                .description("Cases of which an event could not be sent, and that are tried again")
                .register(registry);
        gauge("consular.webhooks.dead.cases", Subscriptions.Totals::dead)
                .description("Cases of which an event could not be sent, and that wait for somebody to see to them")
                .register(registry);
        gauge("consular.webhooks.disabled", Subscriptions.Totals::disabled)
                .description("Subscriptions that the service gave up")
                .register(registry);
        gauge("consular.webhooks.confirmed", WebhookMeters::confirmed)
                .baseUnit("seconds")
                .description("How long the active subscription may still be sent whose confirmation ends first")
                .register(registry);
    }

    private Gauge.Builder<WebhookMeters> gauge(String name, ToDoubleFunction<Subscriptions.Totals> value) {
        return Gauge.builder(name, this, it -> it.read(value)).strongReference(true);
    }

    private double read(ToDoubleFunction<Subscriptions.Totals> value) {
        try {
            return value.applyAsDouble(subscriptions.totals(clock.instant()));
        } catch (RuntimeException unavailable) {
            LOG.debug("it can't be seen now how receivers fare", unavailable);
            return Double.NaN;
        }
    }

    private double lag(Subscriptions.Totals totals) {
        return totals.lowest() == null ? 0 : Math.max(0, news.size() - totals.lowest());
    }

    private static double confirmed(Subscriptions.Totals totals) {
        return totals.confirmed() == null ? Double.POSITIVE_INFINITY : totals.confirmed();
    }

    /** A sender that is measured. */
    static Sender measured(Sender sender, MeterRegistry registry) {
        return (URI target, Map<String, String> headers, byte[] body) -> {
            var sample = Timer.start(registry);
            var answer = sender.send(target, headers, body);
            sample.stop(Timer.builder("consular.webhooks.attempts")
                    .description("Attempts to send an event, by what came of them")
                    .tag("outcome", outcome(answer))
                    .register(registry));
            return answer;
        };
    }

    private static String outcome(Answer answer) {
        return switch (answer) {
            case Answer.Accepted _ -> "accepted";
            case Answer.Refused _ -> "refused";
            case Answer.Gone _ -> "gone";
            case Answer.Unreachable unreachable -> unreachable.kind().name().toLowerCase(Locale.ROOT);
        };
    }
}
