package consular.ledger.postgres;

import static consular.ledger.postgres.TestEngines.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;

class EventLogTest {

    private final TestDatabase database = TestDatabase.create().migrate();
    private final EventStorageEngine engine = TestEngines.engine(database.dataSource());
    private final EventLog log =
            new EventLog(database.dataSource(), new JdbcTransactionManager(database.dataSource()), 10);

    @Test
    void an_empty_log_has_its_head_at_zero_and_nothing_in_it() {
        assertThat(log.head()).isZero();
        assertThat(log.after(0, 10)).isEmpty();
        assertThat(log.stream("case")).isEmpty();
        assertThat(log.streams(Set.of())).isEmpty();
        assertThat(log.position("case", 0)).isEmpty();
        log.forEach(0, event -> assertThat(event).isNull());
    }

    @Test
    void every_read_gives_its_connection_back() {
        try (var pool = new HikariDataSource()) {
            pool.setDataSource(database.dataSource());
            pool.setMaximumPoolSize(1);
            pool.setConnectionTimeout(250);
            var pooled = new EventLog(pool, new JdbcTransactionManager(pool), 10);
            engine.appendEvents(event("case", 0));
            for (var time = 0; time < 2; time++) {
                assertThat(pooled.position("case", 0)).hasValue(1);
                assertThat(pooled.head()).isEqualTo(1);
                assertThat(pooled.after(0, 10)).hasSize(1);
                assertThat(pooled.stream("case")).hasSize(1);
                pooled.forEach(0, _ -> {});
            }
        }
    }

    @Test
    void an_event_comes_out_as_it_was_stored() {
        var message = event("case", 0, Instant.now());
        engine.appendEvents(message);

        assertThat(log.after(0, 10))
                .containsExactly(new LoggedEvent(
                        1,
                        "case",
                        0,
                        message.getIdentifier(),
                        "java.lang.String",
                        null,
                        "{\"by\": \"test\"}",
                        "\"case, step 0\"",
                        message.getTimestamp().truncatedTo(ChronoUnit.MICROS)));
    }

    @Test
    void an_event_of_no_aggregate_is_a_stream_of_its_own() {
        var message = new GenericEventMessage<>("published");
        engine.appendEvents(message);

        assertThat(log.stream(message.getIdentifier()))
                .singleElement()
                .satisfies(event -> assertThat(event.sequence()).isZero());
    }

    @Test
    void pages_follow_one_another_without_overlap() {
        append("case", 25);

        assertThat(positions(log.after(0, 10))).containsExactlyElementsOf(range(1, 10));
        assertThat(positions(log.after(10, 10))).containsExactlyElementsOf(range(11, 20));
        assertThat(positions(log.after(20, 10))).containsExactlyElementsOf(range(21, 25));
        assertThat(log.after(25, 10)).isEmpty();
        assertThat(log.head()).isEqualTo(25);
    }

    @Test
    void streams_come_one_after_another_each_in_its_own_order() {
        append("b", 2);
        append("a", 1);
        append("B", 1);
        append("c", 1);
        engine.appendEvents(event("a", 1));

        assertThat(log.streams(List.of("a", "b", "B", "unknown")))
                .extracting(event -> event.streamId() + event.sequence())
                .containsExactly("B0", "a0", "a1", "b0", "b1");
        assertThat(log.stream("a")).extracting(LoggedEvent::position).containsExactly(3L, 6L);
    }

    @Test
    void a_step_of_a_stream_has_a_position() {
        append("a", 2);
        append("b", 2);

        assertThat(log.position("b", 1)).hasValue(4);
        assertThat(log.position("b", 2)).isEmpty();
    }

    @Test
    void the_whole_log_is_read_in_batches_of_one_snapshot() {
        append("case", 95);
        var seen = new ArrayList<Long>();

        log.forEach(6, event -> {
            if (seen.isEmpty()) {
                engine.appendEvents(event("meanwhile", 0));
            }
            seen.add(event.position());
        });

        assertThat(seen).containsExactlyElementsOf(range(6, 95));
    }

    private void append(String stream, int count) {
        engine.appendEvents(LongStream.range(0, count)
                .mapToObj(sequence -> event(stream, sequence))
                .toList());
    }

    private static List<Long> positions(List<LoggedEvent> events) {
        return events.stream().map(LoggedEvent::position).toList();
    }

    private static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
