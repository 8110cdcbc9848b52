package consular.cases.projections;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Shows the lag to whoever scrapes metrics, as of the last second. */
final class LagGauges {
    private LagGauges() {}

    static void register(MeterRegistry registry, Processors processors) {
        Gauge.builder(
                        "consular.read.models.lag.events",
                        processors,
                        it -> it.recentLag().events())
                .description("Events of the log that the read models have not seen")
                .register(registry);
        Gauge.builder(
                        "consular.read.models.lag",
                        processors,
                        it -> it.recentLag().age().toMillis() / 1000.0)
                .baseUnit("seconds")
                .description("How long ago the first event that the read models have not seen was recorded")
                .register(registry);
    }
}
