package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.axonframework.eventsourcing.eventstore.jdbc.statements.JdbcEventStorageEngineStatements;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Asks PostgreSQL how it would run the statements that run all day, on a log of 50,000 events. */
@TestInstance(Lifecycle.PER_CLASS)
class QueryPlanTest {

    private final TestDatabase database = TestDatabase.create().migrate();

    @BeforeAll
    void fill() {
        database.jdbc().sql("""
            insert into event_log (aggregate_identifier, sequence_number, event_identifier, time_stamp,
                                   payload_type, payload, meta_data)
            select 'case-' || number / 5, number % 5, 'event-' || number, now(), 'Example', '{}', '{}'
            from generate_series(0, 49999) as number
            """).update();
        database.jdbc().sql("""
            insert into command_key (caller, key, request_hash, status, recorded_at)
            select 'caller', 'key-' || number, '', 422, now() - number * interval '1 second'
            from generate_series(0, 49999) as number
            """).update();
        database.jdbc().sql("analyze event_log, command_key").update();
    }

    static Stream<Arguments> hotStatements() {
        var streams = (Object) new String[] {"case-17", "case-4711", "case-9999"};
        return Stream.of(
                Arguments.of(EventLog.AFTER, List.of(49_000L, 500), "event_log_pkey"),
                Arguments.of(EventLog.AFTER, List.of(0L, 500), "event_log_pkey"),
                Arguments.of(EventLog.HEAD, List.of(), "event_log_pkey"),
                Arguments.of(EventLog.POSITION, List.of("case-17", 3L), "event_log_one_event_per_step"),
                Arguments.of(EventLog.STREAMS, List.of(streams), "event_log_one_event_per_step"),
                Arguments.of(PostgresEventStorageEngine.READ_LOG, List.of(49_000L, 500), "event_log_pkey"),
                Arguments.of(CommandKeys.FIND, List.of("caller", "key-17"), "command_key_pkey"));
    }

    @ParameterizedTest
    @MethodSource("hotStatements")
    void uses_an_index_and_reads_no_more_than_it_answers(String sql, List<Object> parameters, String index) {
        var plan = explain(sql, parameters);

        assertThat(plan).contains(index).doesNotContain("Seq Scan").doesNotContain("Rows Removed");
    }

    @Test
    void retention_finds_the_old_by_index() {
        var plan = explain(
                CommandKeys.FORGET, List.of(OffsetDateTime.now(ZoneOffset.UTC).minusHours(13)));

        assertThat(plan).contains("command_key_recorded_at").doesNotContain("Seq Scan");
    }

    /** The one statement on the way of a command that is Axon's own. */
    @Test
    void a_stream_is_loaded_by_index() throws Exception {
        try (var connection = database.dataSource().getConnection();
                var statement = JdbcEventStorageEngineStatements.readEventDataForAggregate(
                        connection, LedgerSchema.EVENTS, "case-17", 0, 500)) {
            var plan = explain(statement.toString(), List.of());
            assertThat(plan).contains("event_log_one_event_per_step").doesNotContain("Seq Scan");
        }
    }

    private String explain(String sql, List<Object> parameters) {
        var lines = database.jdbc()
                .sql("explain (analyze, costs off, timing off) " + sql)
                .params(parameters)
                .query((row, _) -> row.getString(1))
                .list();
        return String.join("\n", lines);
    }
}
