package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.ledger.postgres.secrets.KeyWrappingFile;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.MetaData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionTemplate;

/** Streams of three mebibytes each, one of which is about a person; and some of short events. */
class StreamPortionsTest {

    private static final String LONG = "x".repeat(1 << 20);
    private static final int EVENTS = 3;

    private final TestDatabase database = TestDatabase.create().migrate();

    @TempDir
    private Path folder;

    private TestLedger ledger;

    @BeforeEach
    void begin() {
        ledger = new TestLedger(
                database, TestLedger.UNSIGNED, new Guests(), KeyWrappingFile.read(folder.resolve("kek"), true));
    }

    @AfterEach
    void end() {
        ledger.close();
    }

    @Test
    void a_portion_ends_with_the_stream_that_makes_it_long_enough() {
        var streams = longStreams(5);
        var portions = portions(streams);

        assertThat(portions).extracting(List::size).containsExactly(2 * EVENTS, 2 * EVENTS, EVENTS);
        assertThat(portions.stream().flatMap(List::stream).toList())
                .isEqualTo(ledger.log().streams(streams));
        assertThat(portions)
                .allSatisfy(portion -> assertThat(portion)
                        .allSatisfy(event -> assertThat(event.payload()).contains(LONG)));
    }

    @Test
    void short_ones_are_one_portion_however_many_rows_the_server_hands_out_at_a_time() {
        var streams = streams(2, 20);
        assertThat(portions(streams)).containsExactly(ledger.log().streams(streams));
        assertThat(portions(List.of("unknown"))).isEmpty();
        assertThat(portions(List.of())).isEmpty();
    }

    /** Of short events as of long ones: whose session ends after the first portion has no more. */
    @Test
    void what_is_behind_a_portion_is_not_there_yet() {
        assertNotThereYet(longStreams(5));
        assertNotThereYet(streamsOfMany(4));
    }

    private void assertNotThereYet(List<String> streams) {
        var seen = new ArrayList<List<LoggedEvent>>();
        assertThatThrownBy(() -> ledger.log().forEachPortion(streams, portion -> {
                    seen.add(portion);
                    database.jdbc()
                            .sql("select pg_terminate_backend(pid, 20000) from pg_stat_activity"
                                    + " where datname = current_database() and state = 'idle in transaction'")
                            .query(Boolean.class)
                            .list();
                }))
                .isInstanceOf(TransactionException.class);
        assertThat(seen).hasSize(1);
    }

    @Test
    void in_a_transaction_the_consumer_works_in_it_and_what_fails_there_costs_no_more_than_its_savepoint() {
        var streams = longStreams(5);
        var outer = new TransactionTemplate(new JdbcTransactionManager(ledger.dataSource()));
        var nested = new TransactionTemplate(outer.getTransactionManager());
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        ledger.jdbc().sql("create table seen (events integer)").update();
        outer.executeWithoutResult(_ -> {
            ledger.jdbc().sql("insert into seen values (0)").update();
            assertThatThrownBy(() ->
                            nested.executeWithoutResult(_ -> ledger.log().forEachPortion(streams, portion -> {
                                see(portion);
                                throw new IllegalStateException("of the consumer");
                            })))
                    .hasMessage("of the consumer");
            nested.executeWithoutResult(_ -> ledger.log().forEachPortion(streams, this::see));
        });
        assertThat(ledger.jdbc()
                        .sql("select events from seen order by 1")
                        .query(Integer.class)
                        .list())
                .containsExactly(0, EVENTS, 2 * EVENTS, 2 * EVENTS);
    }

    private void see(List<LoggedEvent> portion) {
        ledger.jdbc().sql("insert into seen values (?)").param(portion.size()).update();
    }

    /** Two are longer than a portion, and none of their events is long. */
    private List<String> streamsOfMany(int howMany) {
        return streams(howMany, 8000);
    }

    private List<String> streams(int howMany, int length) {
        var streams = new ArrayList<String>();
        for (var number = 0; number < howMany; number++) {
            var stream = UUID.randomUUID().toString();
            ledger.engine()
                    .appendEvents(IntStream.range(0, LogPages.MOST_EVENTS)
                            .mapToObj(sequence -> event(stream, sequence, "x".repeat(length)))
                            .toList());
            streams.add(stream);
        }
        return streams;
    }

    private List<String> longStreams(int howMany) {
        var streams = new ArrayList<String>();
        for (var number = 0; number < howMany; number++) {
            var stream = UUID.randomUUID().toString();
            for (var sequence = 0; sequence < EVENTS; sequence++) {
                ledger.engine().appendEvents(event(stream, sequence, (sequence == 1 ? "ann=" : "") + LONG));
            }
            streams.add(stream);
        }
        return streams;
    }

    private static DomainEventMessage<String> event(String stream, int sequence, String payload) {
        var message = new GenericEventMessage<>(
                UUID.randomUUID().toString(), payload, MetaData.emptyInstance(), Instant.now());
        return new GenericDomainEventMessage<>("Example", stream, sequence, message, Instant.now());
    }

    private List<List<LoggedEvent>> portions(List<String> streams) {
        var portions = new ArrayList<List<LoggedEvent>>();
        ledger.log().forEachPortion(streams, portions::add);
        return portions;
    }
}
