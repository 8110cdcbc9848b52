package consular.cases.projections.deadletters;

import consular.cases.application.DeadLetterProcessor;
import consular.cases.application.SharedReading;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Shows how many letters each processor has, and how old the oldest is; no number while the database does not say. */
@Component
final class DeadLetterMeters implements SmartInitializingSingleton {
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
            var waiting = new SharedReading<>("what waits of " + processor.name(), () -> waiting(processor));
            gauge("consular.dead.letters", processor, waiting, Waiting::letters)
                    .description("Events that a processor could not take in, and those that wait behind them")
                    .register(registry);
            gauge("consular.dead.letters.oldest.age", processor, waiting, Waiting::age)
                    .baseUnit("seconds")
                    .description("How long ago the oldest of them was set aside")
                    .register(registry);
        }));
    }

    private static Gauge.Builder<SharedReading<Waiting>> gauge(
            String name,
            DeadLetterProcessor processor,
            SharedReading<Waiting> waiting,
            ToDoubleFunction<Waiting> value) {
        return Gauge.builder(name, waiting, it -> it.show(value))
                .strongReference(true)
                .tag("processor", processor.name());
    }

    private Waiting waiting(DeadLetterProcessor processor) {
        return jdbc.sql(LETTERS)
                .param(processor.group())
                .query((row, _) -> new Waiting(row.getDouble("letters"), row.getDouble("age")))
                .single();
    }

    private record Waiting(double letters, double age) {}
}
