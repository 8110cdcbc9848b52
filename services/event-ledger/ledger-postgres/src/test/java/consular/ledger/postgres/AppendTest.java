package consular.ledger.postgres;

import static consular.ledger.postgres.TestLedger.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.LongStream;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.modelling.command.AggregateStreamCreationException;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class AppendTest {

    private final TestLedger ledger = new TestLedger(TestDatabase.create().migrate());
    private final JdbcClient jdbc = ledger.jdbc();
    private final EventStorageEngine engine = ledger.engine();

    @AfterEach
    void end() {
        ledger.close();
    }

    @Test
    void a_step_taken_twice_is_a_concurrency_conflict() {
        engine.appendEvents(event("case", 0), event("case", 1));

        assertThatThrownBy(() -> engine.appendEvents(event("case", 1))).isInstanceOf(ConcurrencyException.class);
        assertThatThrownBy(() -> engine.appendEvents(event("case", 0)))
                .isInstanceOf(AggregateStreamCreationException.class);
    }

    @Test
    void a_refused_append_keeps_none_of_its_events() {
        engine.appendEvents(event("case", 0));

        assertThatThrownBy(() -> engine.appendEvents(event("case", 2), event("case", 1), event("case", 0)))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(engine.lastSequenceNumberFor("case")).contains(0L);
    }

    /** Axon retries concurrency conflicts; what no retry can mend must not look like one. */
    @Test
    void what_the_database_cannot_hold_is_no_concurrency_conflict() {
        var beforeTheCommonEra = event("case", 0, Instant.parse("0000-06-01T00:00:00Z"));

        assertThatThrownBy(() -> engine.appendEvents(beforeTheCommonEra))
                .isInstanceOf(EventStoreException.class)
                .isNotInstanceOf(ConcurrencyException.class);
        engine.appendEvents(event("case", 0));
    }

    @Test
    void a_step_that_leaves_a_hole_is_refused() {
        engine.appendEvents(event("case", 0));

        assertThatThrownBy(() -> engine.appendEvents(event("case", 2))).isInstanceOf(ConcurrencyException.class);
        assertThat(engine.lastSequenceNumberFor("case")).contains(0L);
    }

    /** A server that took over may not have what was acknowledged, and another node wrote something else in its place. */
    @Test
    void nothing_follows_an_event_that_the_database_lost() {
        var database = TestDatabase.create().migrate();
        try (var behind = new TestLedger(database, TestLedger.SLEEPING)) {
            var remembering = behind.engine();
            remembering.appendEvents(event("case", 0));
            database.jdbc().sql("alter table event disable trigger user").update();
            database.jdbc().sql("delete from event").update();
            database.jdbc()
                    .sql("alter table event enable always trigger event_refuse_change")
                    .update();
            try (var other = new TestLedger(database)) {
                other.engine().appendEvents(event("case", 0));

                assertThatThrownBy(() -> remembering.appendEvents(event("case", 1)))
                        .isInstanceOf(ConcurrencyException.class);
                remembering.appendEvents(event("case", 1));

                other.settle();
                new LogCheck(database.jdbc()).assertSound();
            }
        }
    }

    @Test
    void events_of_several_streams_are_kept_together_or_not_at_all() {
        engine.appendEvents(event("a", 0), event("b", 0), event("a", 1), event("b", 1));

        assertThatThrownBy(() -> engine.appendEvents(event("c", 0), event("b", 1)))
                .isInstanceOf(ConcurrencyException.class);
        assertThat(engine.lastSequenceNumberFor("a")).contains(1L);
        assertThat(engine.lastSequenceNumberFor("c")).isEmpty();
    }

    @Test
    void many_events_are_one_statement_in_their_order() {
        jdbc.sql("create table statement_count as select 0 as statements").update();
        jdbc.sql("""
            create function count_statement() returns trigger language plpgsql as $$
            begin
                update statement_count set statements = statements + 1;
                return null;
            end $$
            """).update();
        jdbc.sql("create trigger count after insert on event for each statement execute function count_statement()")
                .update();

        engine.appendEvents(
                LongStream.range(0, 1_000).mapToObj(step -> event("case", step)).toList());

        assertThat(jdbc.sql("select statements from statement_count")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThat(jdbc.sql("select sequence from event order by batch, place")
                        .query((row, _) -> row.getLong(1))
                        .list())
                .isEqualTo(LongStream.range(0, 1_000).boxed().toList());
    }

    @Test
    void times_are_kept_to_the_microsecond_and_never_rounded_up() {
        var time = Instant.parse("2026-11-21T10:15:30.123456999Z");
        engine.appendEvents(event("case", 0, time));

        assertThat(engine.readEvents("case").next().getTimestamp()).isEqualTo(time.truncatedTo(ChronoUnit.MICROS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"quoted\"}", "back\\slash", "NULL", "", "line\nbreak", "Ünï-çødé 案件", "a,b"})
    void text_survives_as_it_is(String text) {
        engine.appendEvents(event(text, 0), event(text, 1));

        assertThat(engine.readEvents(text)
                        .asStream()
                        .map(message -> (Object) message.getPayload())
                        .toList())
                .isEqualTo(List.of(text + ", step 0", text + ", step 1"));
    }

    @Test
    void storing_a_snapshot_again_is_no_error_and_the_newest_one_counts() {
        engine.storeSnapshot(event("case", 4));
        engine.storeSnapshot(event("case", 4));
        engine.storeSnapshot(event("case", 9));

        assertThat(ledger.jdbc()
                        .sql("select sequence_number from snapshot")
                        .query(Long.class)
                        .list())
                .as("older ones serve nobody")
                .containsExactly(9L);
        assertThat(engine.readSnapshot("case").orElseThrow().getSequenceNumber())
                .isEqualTo(9);
    }

    /** The one place where a node could trust what it remembers. */
    @Test
    void a_snapshot_does_not_stand_in_for_the_version() {
        engine.appendEvents(event("case", 0), event("case", 1), event("case", 2));
        engine.storeSnapshot(event("case", 1));

        assertThatThrownBy(() -> engine.appendEvents(event("case", 2))).isInstanceOf(ConcurrencyException.class);
    }
}
