package consular.cases.projections;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** Shows the read models to whoever scrapes metrics: the lag as of the last second, and no number while it is not known. */
final class ReadModelMeters {
    private ReadModelMeters() {}

    static void register(MeterRegistry registry, Processors processors, ReadModelWriter writer) {
        FunctionCounter.builder("consular.read.models.failed", writer, ReadModelWriter::failures)
                .description("How often no rows could be made of a case, which then stayed as it was")
                .register(registry);
        Gauge.builder(
                        "consular.read.models.lag.events",
                        processors,
                        it -> it.recentLag()
                                .map(ReadModelLag::events)
                                .map(Long::doubleValue)
                                .orElse(Double.NaN))
                .description("Events of the log that the read models have not seen")
                .register(registry);
        Gauge.builder(
                        "consular.read.models.lag",
                        processors,
                        it -> it.recentLag()
                                .map(lag -> lag.age().toMillis() / 1000.0)
                                .orElse(Double.NaN))
                .baseUnit("seconds")
                .description("How long ago the first event that the read models have not seen was recorded")
                .register(registry);
    }
}
