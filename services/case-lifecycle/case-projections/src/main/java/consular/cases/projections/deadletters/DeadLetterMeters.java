package consular.cases.projections.deadletters;

import consular.cases.application.DeadLetterProcessor;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows how many letters each processor has, and how old the oldest is; no number while the database does not say. */
@Component
final class DeadLetterMeters implements SmartInitializingSingleton {
    private static final Logger LOG = LoggerFactory.getLogger(DeadLetterMeters.class);

    private static final String LETTERS = """
        select count(*) as letters,
            coalesce(extract(epoch from clock_timestamp() - min(enqueued_at)), 0) as age
        from dead_letter_entry
        where processor = ?
        """;

    private final ObjectProvider<MeterRegistry> registries;
    private final List<DeadLetterProcessor> processors;
    private final JdbcClient jdbc;

    DeadLetterMeters(ObjectProvider<MeterRegistry> registries, List<DeadLetterProcessor> processors, JdbcClient jdbc) {
        this.registries = registries;
        this.processors = List.copyOf(processors);
        this.jdbc = jdbc;
    }

    @Override
    public void afterSingletonsInstantiated() {
        registries.ifAvailable(registry -> processors.forEach(processor -> {
            gauge("consular.dead.letters", processor, Waiting::letters)
                    .description("Events that a processor could not take in, and those that wait behind them")
                    .register(registry);
            gauge("consular.dead.letters.oldest.age", processor, Waiting::age)
                    .baseUnit("seconds")
                    .description("How long ago the oldest of them was set aside")
                    .register(registry);
        }));
    }

    private Gauge.Builder<DeadLetterProcessor> gauge(
            String name, DeadLetterProcessor processor, ToDoubleFunction<Waiting> value) {
        return Gauge.builder(name, processor, it -> {
                    var waiting = waiting(it);
                    return waiting == null ? Double.NaN : value.applyAsDouble(waiting);
                })
                .tag("processor", processor.name());
    }

    private @Nullable Waiting waiting(DeadLetterProcessor processor) {
        try {
            return jdbc.sql(LETTERS)
                    .param(processor.group())
                    .query((row, _) -> new Waiting(row.getDouble("letters"), row.getDouble("age")))
                    .single();
        } catch (RuntimeException failure) {
            LOG.warn("Could not count the dead letters of {}: {}", processor.name(), failure.toString());
            return null;
        }
    }

    private record Waiting(double letters, double age) {}
}
