package consular.cases.projections;

import consular.cases.application.DeadLetterProcessor;
import consular.cases.projections.deadletters.LetterQueues;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The intake of each generation. To administrators there is one: that of the generation that serves. */
final class CaseIntakes implements DeadLetterProcessor {
    private final Map<Generation, CaseIntake> intakes = new EnumMap<>(Generation.class);
    private final Generations generations;

    CaseIntakes(
            Generations generations,
            ReadModelWriter writer,
            Arrivals arrivals,
            LetterQueues queues,
            PlatformTransactionManager transactions) {
        this.generations = generations;
        for (var generation : Generation.values()) {
            intakes.put(
                    generation,
                    new CaseIntake(
                            generation,
                            writer,
                            arrivals,
                            queues.of(generation.processor()),
                            new TransactionTemplate(transactions)));
        }
    }

    CaseIntake of(Generation generation) {
        return Optional.ofNullable(intakes.get(generation)).orElseThrow();
    }

    @Override
    public String name() {
        return "read-models";
    }

    @Override
    public String group() {
        return generations.active().processor();
    }

    @Override
    public boolean process(Predicate<DeadLetter<? extends EventMessage<?>>> filter) {
        return of(generations.active()).retry(filter);
    }
}
