package consular.ledger.postgres;

import static consular.ledger.postgres.TestLedger.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.GenericEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EventLogTest {

    private final TestDatabase database = TestDatabase.create().migrate();
    private final TestLedger ledger = new TestLedger(database);
    private final EventLog log =
            new EventLog(ledger.dataSource(), ledger.head(), new RecentAppends(), 10, ledger.vault());

    @AfterEach
    void end() {
        ledger.close();
    }

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
            pool.setConnectionTimeout(5000);
            var pooled = new EventLog(pool, ledger.head(), new RecentAppends(), 10, ledger.vault());
            ledger.append(event("case", 0));
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
    void the_node_that_stored_an_event_and_gave_it_its_place_need_not_ask_where_that_is() {
        try (var closed = new HikariDataSource()) {
            var withoutDatabase = new EventLog(closed, ledger.head(), ledger.appends(), 10, ledger.vault());
            // with its place, this node leads
            ledger.append(event("first", 0));
            ledger.engine().appendEvents(event("one", 0), event("one", 1));
            ledger.engine().appendEvents(event("other", 0));

            assertThat(withoutDatabase.awaitPosition("one", 1, Duration.ofSeconds(20)))
                    .hasValue(3);
            assertThat(withoutDatabase.awaitPosition("other", 0, Duration.ofSeconds(20)))
                    .hasValue(4);
        }
    }

    @Test
    void a_place_that_another_node_gave_is_looked_up() {
        ledger.append(event("one", 0), event("one", 1));

        assertThat(log.awaitPosition("one", 0, Duration.ofSeconds(20))).hasValue(1);
        assertThat(log.awaitPosition("one", 1, Duration.ofSeconds(20))).hasValue(2);
        assertThat(log.awaitPosition("one", 2, Duration.ofMillis(1))).isEmpty();
    }

    @Test
    void an_event_comes_out_as_it_was_stored() {
        var message = event("case", 0, Instant.now());
        ledger.append(message);

        var time = message.getTimestamp().truncatedTo(ChronoUnit.MICROS);
        assertThat(log.after(0, 10)).singleElement().satisfies(event -> {
            assertThat(event.position()).isEqualTo(1);
            assertThat(event.streamType()).isEqualTo("Example");
            assertThat(event.streamId()).isEqualTo("case");
            assertThat(event.sequence()).isZero();
            assertThat(event.eventId()).isEqualTo(message.getIdentifier());
            assertThat(event.type()).isEqualTo("java.lang.String");
            assertThat(event.revision()).isNull();
            assertThat(event.metaData()).isEqualTo("{\"by\":\"test\"}");
            assertThat(event.payload()).isEqualTo("\"case, step 0\"");
            assertThat(event.actor()).isEqualTo("application");
            assertThat(event.effectiveAt()).isEqualTo(time);
            assertThat(event.recordedAt()).isEqualTo(time);
        });
    }

    @Test
    void an_event_of_no_aggregate_is_a_stream_of_its_own() {
        var message = new GenericEventMessage<>("published");
        ledger.append(message);

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
        ledger.append(event("a", 1));

        assertThat(log.streams(List.of("a", "b", "B", "unknown")))
                .extracting(event -> event.streamId() + event.sequence())
                .containsExactlyInAnyOrder("B0", "a0", "a1", "b0", "b1")
                .containsSubsequence("a0", "a1")
                .containsSubsequence("b0", "b1");
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
    void the_log_is_read_in_pages_up_to_where_it_reached() {
        append("case", 95);
        var seen = new ArrayList<Long>();

        log.forEach(5, event -> {
            if (seen.isEmpty()) {
                ledger.append(event("meanwhile", 0));
            }
            seen.add(event.position());
        });

        assertThat(seen).containsExactlyElementsOf(range(6, 95));
    }

    /** Without the sequencer, which is what gives places. */
    @Test
    void an_event_is_in_its_stream_before_it_has_a_place() {
        append("case", 2);
        ledger.close();
        try (var unordered = new TestLedger(database, TestLedger.SLEEPING)) {
            unordered.engine().appendEvents(event("case", 2));

            assertThat(unordered.log().stream("case"))
                    .extracting(LoggedEvent::position)
                    .containsExactly(1L, 2L, null);
            assertThat(unordered.log().position("case", 2)).isEmpty();
            assertThat(unordered.log().awaitPosition("case", 2, Duration.ofMillis(50)))
                    .isEmpty();
            assertThat(unordered.log().reaches("case", 2)).isTrue();
            assertThat(unordered.log().after(0, 10)).hasSize(2);
        }
    }

    @Test
    void the_place_of_an_event_that_was_just_stored_is_awaited() {
        ledger.engine().appendEvents(event("case", 0));

        assertThat(log.awaitPosition("case", 0, Duration.ofSeconds(10))).hasValue(1);
    }

    private void append(String stream, int count) {
        ledger.append(LongStream.range(0, count)
                .mapToObj(sequence -> event(stream, sequence))
                .toArray(EventMessage<?>[]::new));
    }

    private static List<Long> positions(List<LoggedEvent> events) {
        return events.stream().map(LoggedEvent::position).toList();
    }

    private static List<Long> range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toList();
    }
}
