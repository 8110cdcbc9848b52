package consular.cases.projections.deadletters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import consular.cases.projections.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericTrackedDomainEventMessage;
import org.axonframework.eventhandling.GlobalSequenceTrackingToken;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.GenericDeadLetter;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueue;
import org.axonframework.messaging.deadletter.SequencedDeadLetterQueueTest;
import org.axonframework.messaging.deadletter.WrongDeadLetterTypeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Axon's own suite for queues of dead letters, on PostgreSQL. */
class AxonQueueSuiteTest extends SequencedDeadLetterQueueTest<EventMessage<?>> {
    private static final int ROOM = 64;
    private static final HikariDataSource DATABASE = TestDatabase.create();

    private final List<EventMessage<?>> log = new ArrayList<>();
    private LetterQueue queue;

    @AfterAll
    static void close() {
        DATABASE.close();
    }

    @AfterEach
    void tick() {
        GenericDeadLetter.clock = Clock.systemUTC();
    }

    @Override
    protected SequencedDeadLetterQueue<EventMessage<?>> buildTestSubject() {
        queue = queue("tested");
        queue.clear();
        return queue;
    }

    private LetterQueue queue(String processor) {
        return new LetterQueue(
                new LetterTable(processor, event -> log.get((int) event.position() - 1), JdbcClient.create(DATABASE)),
                new LetterQueue.Limits(ROOM, ROOM),
                new TransactionTemplate(new JdbcTransactionManager(DATABASE)));
    }

    @Override
    protected long maxSequences() {
        return ROOM;
    }

    @Override
    protected long maxSequenceSize() {
        return ROOM;
    }

    @Override
    protected DeadLetter<EventMessage<?>> generateInitialLetter() {
        return new GenericDeadLetter<>("sequence", logged(), generateThrowable());
    }

    @Override
    protected DeadLetter<EventMessage<?>> generateFollowUpLetter() {
        return new GenericDeadLetter<>("sequence", logged());
    }

    private EventMessage<?> logged() {
        DomainEventMessage<String> event =
                new GenericDomainEventMessage<>("Case", "sequence", log.size(), "payload of " + UUID.randomUUID());
        var message = new GenericTrackedDomainEventMessage<>(new GlobalSequenceTrackingToken(log.size() + 1L), event);
        log.add(message);
        return message;
    }

    @Override
    protected DeadLetter<EventMessage<?>> mapToQueueImplementation(DeadLetter<EventMessage<?>> letter) {
        Function<EventReference, EventMessage<?>> events = event -> log.get((int) event.position() - 1);
        return letter instanceof StoredLetter
                ? letter
                : new StoredLetter(
                        UUID.randomUUID(),
                        "sequence",
                        0,
                        EventReference.to(letter.message()),
                        events,
                        letter.enqueuedAt(),
                        letter.lastTouched(),
                        letter.cause().orElse(null),
                        letter.diagnostics());
    }

    @Override
    protected void setClock(Clock clock) {
        GenericDeadLetter.clock = clock;
    }

    /** To the microsecond, as PostgreSQL keeps instants. */
    @Override
    protected void assertLetter(
            DeadLetter<? extends EventMessage<?>> expected, DeadLetter<? extends EventMessage<?>> actual) {
        assertThat(actual.message()).isSameAs(expected.message());
        assertThat(actual.cause()).isEqualTo(expected.cause());
        assertThat(actual.enqueuedAt()).isCloseTo(expected.enqueuedAt(), within());
        assertThat(actual.lastTouched()).isCloseTo(expected.lastTouched(), within());
        assertThat(actual.diagnostics()).isEqualTo(expected.diagnostics());
    }

    private static org.assertj.core.data.TemporalUnitOffset within() {
        return org.assertj.core.api.Assertions.within(1, ChronoUnit.MICROS);
    }

    @Test
    void queues_of_two_processors_know_nothing_of_each_other() {
        var other = queue("other");
        other.clear();
        queue.enqueue("case", generateInitialLetter());

        assertThat(other.contains("case")).isFalse();
        other.clear();
        assertThat(queue.sequenceSize("case")).isEqualTo(1);
    }

    @Test
    void a_letter_of_another_queue_is_turned_away() {
        assertThatExceptionOfType(WrongDeadLetterTypeException.class)
                .isThrownBy(() -> queue.evict(generateInitialLetter()));
    }

    @Test
    void only_where_the_event_stands_is_stored() {
        queue.enqueue("case", generateInitialLetter());

        var row = JdbcClient.create(DATABASE)
                .sql("select it::text from dead_letter_entry as it where processor = 'tested'")
                .query(String.class)
                .single();
        assertThat(row).contains(log.getFirst().getIdentifier()).doesNotContain("payload");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> queue.enqueue(
                        "case", new GenericDeadLetter<>("case", generateEvent(), new IllegalStateException())));
    }

    @Test
    void a_task_that_breaks_off_leaves_the_letter_to_the_next() {
        queue.enqueue("case", generateInitialLetter());

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> queue.process(_ -> {
                    throw new IllegalStateException("the database is away");
                }));

        assertThat(queue.process(_ -> org.axonframework.messaging.deadletter.Decisions.evict()))
                .isTrue();
        assertThat(queue.size()).isZero();
    }

    @Test
    void a_letter_says_what_it_was_told() {
        var stored = (StoredLetter) mapToQueueImplementation(generateInitialLetter());
        var now = Instant.parse("2024-03-05T10:00:00Z");
        setAndGetTime(now);
        assertThat(stored.withDiagnostics(MetaData.with("tries", "2")).lastTouched())
                .isEqualTo(now);
    }
}
