package consular.ledger.postgres.sequencing;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What others may keep open for hours: a transaction that writes, beside numbers that never come, and a snapshot, as a backup
 * holds one. A step, a look at the end of the log and a new leader cost what they cost before: counted in blocks, so that the
 * machine may be as busy as it likes.
 */
class LongTransactionsTest {

    private static final int STEPS = 2_000;
    private static final int LOST = 3;
    private static final int MANY = 1000;
    private static final Pattern BLOCKS = Pattern.compile("Buffers: shared hit=(\\d+)(?: read=(\\d+))?");

    private static final String APPEND = """
        insert into event (batch, place, stream_id, sequence, event_id, slice, type, effective_at, recorded_at, actor,
                           clear, chain, leaf)
        select next_event_batch(), 0, gen_random_uuid(), 0, gen_random_uuid(), 0, 'type', now(), now(), 'actor',
               'clear', sha256('chain'), sha256('leaf')
        """;

    private final TestDatabase database = TestDatabase.create().migrate();
    private final List<Connection> connections = new ArrayList<>();
    private Connection leader;
    private Connection writer;
    private OrderingStatements.Reign reign;
    private Ordering ordering;

    @BeforeEach
    void lead() throws SQLException {
        leader = connect();
        writer = connect();
        execute(leader, "set plan_cache_mode = force_generic_plan; set enable_seqscan = off; set jit = off");
        takeOver();
    }

    @AfterEach
    void end() throws SQLException {
        for (var connection : connections) {
            connection.close();
        }
    }

    @Test
    void neither_a_writer_nor_a_snapshot_of_somebody_else_makes_a_step_dearer() throws SQLException {
        steps(200);
        var foreignWriter = transaction("create temporary table elsewhere (i integer)", "select pg_current_xact_id()");
        transaction(
                "set transaction isolation level repeatable read", "select count(*) from log_batch, log_head, event");
        for (var number = 0; number < LOST; number++) {
            transaction("select next_event_batch()").rollback();
        }
        steps(200);
        var before = costs();

        steps(STEPS);

        var after = costs();
        assertThat(ordering.open()).hasSize(LOST);
        for (var cost = 0; cost < before.size(); cost++) {
            assertThat(after.get(cost))
                    .as("blocks of statement %d, after %s, before %s", cost, after, before)
                    .isLessThanOrEqualTo(before.get(cost) + 8);
        }
        assertThat(reign.ordering().open()).as("a new leader still waits").hasSize(LOST);

        foreignWriter.rollback();
        steps(2);
        assertThat(ordering.open()).as("what never came is given up").isEmpty();
    }

    /** The look, the record, and what a new leader reads. */
    private List<Long> costs() throws SQLException {
        execute(writer, APPEND);
        var look = blocks(OrderingStatements.LOOK, statement -> {
            statement.setLong(1, ordering.highest());
            statement.setInt(2, MANY);
            statement.setArray(
                    3, leader.createArrayOf("int8", ordering.open().keySet().toArray()));
        });
        var step = ordering.step(OrderingStatements.look(leader, ordering, MANY));
        var record = blocks(
                OrderingStatements.RECORD,
                statement -> OrderingStatements.setParameters(statement, reign.epoch(), ordering, step));
        var end = blocks(OrderingStatements.WHERE_WE_ARE, _ -> {});
        takeOver();
        assertThat(ordering.size()).isEqualTo(step.next().size());
        return List.of(look, record, end);
    }

    private void steps(int count) throws SQLException {
        for (var number = 0; number < count; number++) {
            execute(writer, APPEND);
            var step = ordering.step(OrderingStatements.look(leader, ordering, MANY));
            assertThat(step.placed()).hasSize(1);
            var transaction = OrderingStatements.record(leader, reign.epoch(), ordering, step);
            ordering = step.next().recordedBy(transaction.getAsLong());
        }
    }

    private void takeOver() throws SQLException {
        reign = OrderingStatements.begin(leader);
        ordering = reign.ordering();
    }

    private long blocks(String sql, Parameters parameters) throws SQLException {
        try (var statement = leader.prepareStatement("explain (analyze, buffers, costs off, timing off) " + sql)) {
            parameters.set(statement);
            var plan = new StringBuilder();
            try (var lines = statement.executeQuery()) {
                while (lines.next()) {
                    plan.append(lines.getString(1)).append('\n');
                }
            }
            var match = BLOCKS.matcher(plan);
            assertThat(match.find()).as(plan.toString()).isTrue();
            return Long.parseLong(match.group(1)) + (match.group(2) == null ? 0 : Long.parseLong(match.group(2)));
        }
    }

    private Connection transaction(String... statements) throws SQLException {
        var connection = connect();
        connection.setAutoCommit(false);
        for (var statement : statements) {
            execute(connection, statement);
        }
        return connection;
    }

    private Connection connect() throws SQLException {
        var connection = database.dataSource().getConnection();
        connections.add(connection);
        return connection;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @FunctionalInterface
    private interface Parameters {
        void set(PreparedStatement statement) throws SQLException;
    }
}
