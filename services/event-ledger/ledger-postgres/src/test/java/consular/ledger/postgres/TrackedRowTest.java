package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.postgres.secrets.Erasures.Level;
import consular.ledger.postgres.secrets.KeyWrappingFile;
import consular.ledger.postgres.secrets.PersonalData;
import consular.ledger.postgres.secrets.PlainEvent;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.eventhandling.EventHandler;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.SimpleEventHandlerInvoker;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.axonframework.eventhandling.pooled.PooledStreamingEventProcessor;
import org.axonframework.eventhandling.tokenstore.inmemory.InMemoryTokenStore;
import org.axonframework.messaging.StreamableMessageSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever follows the log pays for the events that are for it. */
@Timeout(60)
class TrackedRowTest extends SecretsTestBase {

    private static final int GUESTS = 20;

    private final AtomicInteger opened = new AtomicInteger();

    private TestLedger reader() {
        return new TestLedger(database, TestLedger.SLEEPING, new Counted(), KeyWrappingFile.read(keyFile, false));
    }

    private void guestsCome() {
        for (var number = 0; number < GUESTS; number++) {
            ledger.append(Guests.event("stay-" + number, 0, "guest-" + number));
        }
    }

    private static List<? extends TrackedEventMessage<?>> read(TestLedger reader) {
        try (var events = reader.engine().readEvents(null, false)) {
            return events.toList();
        }
    }

    @Test
    void only_those_events_are_opened_of_which_somebody_asks_for_the_contents() {
        guestsCome();
        try (var reader = reader()) {
            var events = read(reader);
            assertThat(events).hasSize(GUESTS).allMatch(event -> event.getPayloadType() == String.class);
            assertThat(events)
                    .extracting(event -> event.trackingToken().position().orElseThrow())
                    .startsWith(1L)
                    .endsWith((long) GUESTS)
                    .isSorted();
            assertThat(opened).as("to tell what they are and where they stand").hasValue(0);

            assertThat(events.get(7).getPayload()).isEqualTo("guest-7=GUEST-7 LEE");
            assertThat(events.get(7).getMetaData()).isEmpty();
            assertThat(opened).as("once for both").hasValue(1);
        }
    }

    /** The keys are damaged behind the first that is opened, and nobody notices. */
    @Test
    void the_keys_of_a_page_are_looked_up_together() {
        guestsCome();
        try (var reader = reader()) {
            var events = read(reader);
            assertThat(events.getFirst().getPayload()).isEqualTo("guest-0=GUEST-0 LEE");
            database.jdbc()
                    .sql("update data_key set wrapped = set_byte(wrapped, 20, 255 - get_byte(wrapped, 20))")
                    .update();
            assertThat(events.getLast().getPayload()).isEqualTo("guest-19=GUEST-19 LEE");
        }
    }

    @Test
    void whoever_was_erased_after_the_event_was_read_and_before_it_is_opened_stays_out_of_it() {
        guestsCome();
        try (var reader = reader()) {
            var events = read(reader);
            for (var level : List.of(Level.KEY, Level.CIPHERTEXT)) {
                var guest = level == Level.KEY ? "guest-3" : "guest-4";
                new consular.ledger.postgres.secrets.Erasures(reader.jdbc(), transaction(reader), reader.vault())
                        .erase(Guests.person(guest), level, 9);
            }
            assertThat(events.get(3).getPayload()).isEqualTo("guest-3=erased under 9");
            assertThat(events.get(4).getPayload()).isEqualTo("guest-4=erased under 9");
            assertThat(events.get(5).getPayload()).isEqualTo("guest-5=GUEST-5 LEE");
        }
    }

    /** It goes by what is not for it without opening it, and its token with it; so does it once more after a reset. */
    @Test
    void a_processor_that_handles_few_types_comes_to_the_end_of_the_log_and_opens_none_of_the_others()
            throws Exception {
        guestsCome();
        var keeper = new Keeper();
        try (var reader = reader();
                var coordinator = Executors.newScheduledThreadPool(1);
                var worker = Executors.newScheduledThreadPool(1)) {
            reader.append(published(41));
            guestsComeAgain();
            reader.settle();
            var processor = processor(reader, keeper, coordinator, worker);
            try {
                processor.start();
                awaitPosition(processor, 2 * GUESTS + 1);
                assertThat(keeper.seen).containsExactly(41);

                processor.shutDown();
                processor.resetTokens(StreamableMessageSource::createTailToken);
                processor.start();
                Eventually.await("it has seen the event again", () -> keeper.seen.size() == 2);
                awaitPosition(processor, 2 * GUESTS + 1);
            } finally {
                processor.shutDown();
            }
        }
        assertThat(opened).hasValue(0);
    }

    private void guestsComeAgain() {
        for (var number = 0; number < GUESTS; number++) {
            ledger.append(Guests.event("stay-" + number, 1, "guest-" + number));
        }
    }

    private static EventMessage<Integer> published(int number) {
        return new GenericEventMessage<>(number);
    }

    private static void awaitPosition(PooledStreamingEventProcessor processor, long position) throws Exception {
        Eventually.await(
                "the token is at " + position,
                () -> processor.processingStatus().values().stream()
                        .anyMatch(segment -> segment.getCurrentPosition().orElse(0) == position));
    }

    private static PooledStreamingEventProcessor processor(
            TestLedger reader, Keeper keeper, ScheduledExecutorService coordinator, ScheduledExecutorService workers) {
        var store = new LedgerEventStore(
                (LedgerEventStore.Builder) new LedgerEventStore.Builder().storageEngine(reader.engine()),
                reader.head());
        return PooledStreamingEventProcessor.builder()
                .name("keeper")
                .eventHandlerInvoker(SimpleEventHandlerInvoker.builder()
                        .eventHandlers(keeper)
                        .listenerInvocationErrorHandler(PropagatingErrorHandler.instance())
                        .build())
                .errorHandler(PropagatingErrorHandler.instance())
                .messageSource(store)
                .tokenStore(new InMemoryTokenStore())
                .transactionManager(NoTransactionManager.instance())
                .initialSegmentCount(1)
                .initialToken(StreamableMessageSource::createTailToken)
                .coordinatorExecutor(coordinator)
                .workerExecutor(workers)
                .build();
    }

    /** Handles numbers, of which there are few. */
    private static final class Keeper {

        private final List<Integer> seen = new CopyOnWriteArrayList<>();

        @EventHandler
        void on(Integer number) {
            seen.add(number);
        }
    }

    /** Counts the events that are put together again. */
    private final class Counted implements PersonalData {

        private final Guests guests = new Guests();

        @Override
        public Split split(PlainEvent event) {
            var isNumber = event.payload()[0] != '"';
            return isNumber ? new Split(event, List.of()) : guests.split(event);
        }

        @Override
        public PlainEvent join(PlainEvent event, Map<UUID, Part> parts) {
            opened.incrementAndGet();
            return guests.join(event, parts);
        }
    }
}
