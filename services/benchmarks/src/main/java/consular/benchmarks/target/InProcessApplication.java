package consular.benchmarks.target;

import consular.cases.application.CaseApplicationConfiguration;
import consular.cases.application.ClassOutbox;
import consular.cases.application.DueDeadlines;
import consular.cases.application.DeadLetters;
import consular.cases.application.LookoutOutbox;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.quasirefusals.QuasiRefusalId;
import consular.cases.projections.ProjectionsConfiguration;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.deadletter.Decisions;
import org.axonframework.messaging.deadletter.EnqueuePolicy;
import org.axonframework.messaging.deadletter.InMemorySequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Profile;

/** What {@link InProcess} starts: commands and log, and the read models on demand. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import(CaseApplicationConfiguration.class)
class InProcessApplication {
    /** The profile that brings the read models, and with them the runner's work on deadlines. */
    static final String READ_MODELS = "read-models";

    @Bean
    MeterRegistry meterRegistry() {
        return new SimpleMeterRegistry();
    }

    @Configuration(proxyBeanMethods = false)
    @Profile(READ_MODELS)
    @Import(ProjectionsConfiguration.class)
    static class WithReadModels {}

    @Configuration(proxyBeanMethods = false)
    @Profile("!" + READ_MODELS)
    static class WithoutReadModels {
        /** Nobody sends anything to CLASS. */
        @Bean
        ClassOutbox classOutbox() {
            return new ClassOutbox() {
                @Override
                public int takeUnsent(int limit, Consumer<CaseId> send) {
                    return 0;
                }

                @Override
                public long countUnsent() {
                    return 0;
                }
            };
        }

        /** No history has a quasi-refusal. */
        @Bean
        LookoutOutbox lookoutOutbox() {
            return new LookoutOutbox() {
                @Override
                public void add(QuasiRefusalId quasiRefusalId, LocalDate enteredOn) {
                    throw new UnsupportedOperationException("no lookout is entered here");
                }

                @Override
                public void remove(QuasiRefusalId quasiRefusalId) {
                    throw new UnsupportedOperationException("no lookout is entered here");
                }

                @Override
                public int takeUnsent(int limit, Consumer<QuasiRefusalId> send) {
                    return 0;
                }

                @Override
                public long countUnsent() {
                    return 0;
                }
            };
        }

        /** Whatever is set aside here is gone with the run. */
        @Bean
        DeadLetters deadLetters() {
            return new DeadLetters() {
                @Override
                public SequencedDeadLetterQueue<EventMessage<?>> of(String processor) {
                    return InMemorySequencedDeadLetterQueue.<EventMessage<?>>builder().build();
                }

                @Override
                public EnqueuePolicy<EventMessage<?>> policy() {
                    return (_, failure) -> Decisions.enqueue(failure);
                }
            };
        }

        /** Nothing is ever due: a replayed history is not acted on by the clock of today. */
        @Bean
        DueDeadlines dueDeadlines() {
            return new DueDeadlines() {
                @Override
                public int takeDue(Instant now, int limit, Consumer<CaseId> act) {
                    return 0;
                }

                @Override
                public long countDue(Instant now) {
                    return 0;
                }
            };
        }
    }
}
