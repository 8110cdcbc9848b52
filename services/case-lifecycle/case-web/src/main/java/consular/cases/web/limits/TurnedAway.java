package consular.cases.web.limits;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Shows to whoever scrapes metrics how often somebody was turned away, for one reason. */
final class TurnedAway {
    private final Counter counter;

    TurnedAway(MeterRegistry registry, String reason) {
        this.counter = Counter.builder("consular.requests.turned.away")
                .description("Requests that were turned away before anything was done for them")
                .tag("reason", reason)
                .register(registry);
    }

    void count() {
        counter.increment();
    }
}
