package consular.cases.application.webhooks;

import consular.cases.application.LogNews;
import consular.cases.application.SharedReading;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.net.URI;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Shows how receivers fare; which of them, the interface tells. No number while the database does not say. */
final class WebhookMeters {
    private final SharedReading<Subscriptions.Totals> totals;
    private final LogNews news;

    WebhookMeters(Subscriptions subscriptions, LogNews news, InstantSource clock) {
        this.totals = new SharedReading<>("how receivers fare", () -> subscriptions.totals(clock.instant()));
        this.news = news;
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

    private Gauge.Builder<SharedReading<Subscriptions.Totals>> gauge(
            String name, ToDoubleFunction<Subscriptions.Totals> value) {
        return Gauge.builder(name, totals, it -> it.show(value)).strongReference(true);
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
