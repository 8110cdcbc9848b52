package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
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
            insert into event (batch, place, stream_id, sequence, event_id, slice, type, effective_at, recorded_at, actor,
                               clear, chain, leaf)
            select 1 + number / 10, number % 10, ('00000000-0000-0000-0000-' || lpad((number / 5)::text, 12, '0'))::uuid,
                   number % 5, gen_random_uuid(), 0, 'Example', now(), now(), 'test', '\\x7b7d0a7b7d',
                   sha256(''), sha256('')
            from generate_series(0, 49999) as number
            """).update();
        database.jdbc().sql("""
            insert into log_batch (first_index, batch, length)
            select number * 10, number + 1, 10
            from generate_series(0, 4999) as number
            """).update();
        database.jdbc().sql("""
            insert into command_key (caller, key, request_hash, status, recorded_at)
            select 'caller', 'key-' || number, '', 422, now() - number * interval '1 second'
            from generate_series(0, 49999) as number
            """).update();
        database.jdbc().sql("analyze event, log_batch, command_key").update();
    }

    static Stream<Arguments> hotStatements() {
        var streams = (Object) new UUID[] {stream(17), stream(4711), stream(9999)};
        return Stream.of(
                Arguments.of(EventLog.AFTER, List.of(49_000L, 49_000L, 500), "event_pkey"),
                Arguments.of(EventLog.AFTER, List.of(0L, 0L, 500), "event_pkey"),
                Arguments.of(EventLog.AFTER, List.of(25_005L, 25_005L, 500), "log_batch_pkey"),
                Arguments.of(EventLog.POSITION, List.of(stream(17), 3L), "event_one_per_step"),
                Arguments.of(EventLog.STREAM, List.of(stream(17), 0L, 100), "event_one_per_step"),
                Arguments.of(EventLog.STREAMS, List.of(streams), "event_one_per_step"),
                Arguments.of(StreamPortions.streams(EventLog.COLUMNS), List.of(streams), "event_one_per_step"),
                Arguments.of(EventLog.LAST, List.of(stream(17)), "event_one_per_step"),
                Arguments.of(LogEvidence.STREAM, List.of(stream(17)), "event_one_per_step"),
                Arguments.of(LogEvidence.CONTENTS, List.of(25_005L, 25_005L, 500), "log_batch_pkey"),
                Arguments.of(StreamChains.CHAIN, List.of(stream(17), 3L), "event_one_per_step"),
                Arguments.of(CommandKeys.FIND, List.of("caller", "key-17"), "command_key_pkey"));
    }

    private static UUID stream(int number) {
        return new UUID(0, Long.parseLong("" + number, 16));
    }

    @ParameterizedTest
    @MethodSource("hotStatements")
    void uses_an_index_and_reads_no_more_than_it_answers(String sql, List<Object> parameters, String index) {
        var plan = explain(sql, parameters);

        assertThat(plan).contains(index).doesNotContain("Seq Scan").doesNotContain("Rows Removed");
    }

    /** Each row's own look for the one before is what makes the entries dearer than anything else that is read in order. */
    @Test
    void only_the_entries_of_the_whole_log_look_for_the_row_before() {
        assertThat(explain(LogEvidence.FROM, List.of(0L, 0L, 500))).contains("on event earlier");
        assertThat(explain(LogEvidence.CONTENTS, List.of(0L, 0L, 500))).doesNotContain("on event earlier");
        assertThat(explain(LogEvidence.STREAM, List.of(stream(17))))
                .contains("WindowAgg")
                .doesNotContain("on event earlier");
    }

    @Test
    void retention_finds_the_old_by_index() {
        var plan = explain(
                CommandKeys.FORGET,
                List.of(OffsetDateTime.now(ZoneOffset.UTC).minusHours(13), CommandKeys.FORGOTTEN_AT_ONCE));

        assertThat(plan).contains("command_key_recorded_at").doesNotContain("Seq Scan");
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
