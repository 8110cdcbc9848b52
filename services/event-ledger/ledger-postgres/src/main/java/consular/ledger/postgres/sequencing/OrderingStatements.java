package consular.ledger.postgres.sequencing;

import consular.ledger.postgres.sequencing.Ordering.Batch;
import consular.ledger.postgres.sequencing.Ordering.Placed;
import consular.ledger.postgres.sequencing.Ordering.Seen;
import consular.ledger.postgres.sequencing.Ordering.Step;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** What the sequencer asks of the database, each a statement and a transaction of its own. */
final class OrderingStatements {

    /** Where nodes hear how many events the log has. */
    static final String CHANNEL = "ledger_head";

    /** The number spells "ledger"; it only has to differ from other advisory locks in the same database. */
    private static final String TRY_TO_LEAD = "select pg_try_advisory_lock(119182731994482)";

    /** Waits for a step that an earlier leader is about to commit. */
    private static final String NEW_EPOCH = "update log_head set epoch = epoch + 1 returning epoch";

    /** How many events have their place: the end of the last batch, for which one looks at the end of an index. */
    static final String SIZE =
            "select coalesce((select first_index + length from log_batch order by first_index desc limit 1), 0)";

    /** All that a leader has to know, of the last rows alone. */
    static final String WHERE_WE_ARE = """
        select (%s) as size,
               coalesce((select max(batch) from log_batch), 0) as highest,
               coalesce((select passed_over from log_batch order by first_index desc limit 1), '{}') as passed_over
        """.formatted(SIZE);

    private static final String MY_TRANSACTION = "select pg_current_xact_id()::text::bigint";

    /** One statement, so one moment: a batch that it does not show was not visible when it named the oldest transaction. */
    static final String LOOK = """
        select pg_snapshot_xmin(pg_current_snapshot())::text::bigint as number, 0 as length
        union all
        (select batch, count(*)::integer
         from event
         where batch > ?
         group by batch
         order by batch
         limit ?)
        union all
        (select batch, count(*)::integer
         from event
         where batch = any (?::bigint[])
         group by batch)
        """;

    /**
     * Only the last leader may, and only from where it believes to be. The lock on the epoch keeps a new leader from beginning
     * before this is committed; it rewrites nothing. The last batch of the step keeps what is passed over.
     */
    static final String RECORD = """
        with head as materialized (
            select epoch from log_head where only_one and epoch = ? for share
        ), placed as (
            insert into log_batch (first_index, batch, length, passed_over)
            select place.first_index, place.batch, place.length,
                   case when place.first_index + place.length = step.size then step.passed_over end
            from head
            cross join (select ?::bigint as size, nullif(?::bigint[], '{}') as passed_over) as step
            cross join unnest(?::bigint[], ?::bigint[], ?::integer[]) as place (first_index, batch, length)
            where (%s) = ?
            returning first_index + length as index
        )
        select pg_current_xact_id()::text::bigint, pg_notify('ledger_head', max(index)::text)
        from placed
        having count(*) > 0
        """.formatted(SIZE);

    private OrderingStatements() {}

    /** Whether this session leads from now on, until it ends. */
    static boolean tryToLead(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(TRY_TO_LEAD)) {
            return row.next() && row.getBoolean(1);
        }
    }

    /** Shuts out all leaders before, and reads where they have come to. */
    static Reign begin(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            long epoch;
            try (var row = statement.executeQuery(NEW_EPOCH)) {
                row.next();
                epoch = row.getLong("epoch");
            }
            long size;
            long highest;
            List<Long> passedOver;
            // only now: a statement sees what was committed before it began
            try (var row = statement.executeQuery(WHERE_WE_ARE)) {
                row.next();
                size = row.getLong("size");
                highest = row.getLong("highest");
                passedOver = List.of((Long[]) row.getArray("passed_over").getArray());
            }
            try (var row = statement.executeQuery(MY_TRANSACTION)) {
                row.next();
                return new Reign(epoch, Ordering.takenOver(size, highest, passedOver, row.getLong(1)));
            }
        }
    }

    /** What there is to place: batches above the highest, the lowest first and at most so many, and open ones. */
    static Seen look(Connection connection, Ordering ordering, int most) throws SQLException {
        try (var statement = connection.prepareStatement(LOOK)) {
            statement.setLong(1, ordering.highest());
            statement.setInt(2, most);
            statement.setArray(
                    3, connection.createArrayOf("int8", ordering.open().keySet().toArray()));
            try (var rows = statement.executeQuery()) {
                rows.next();
                var oldestRunning = rows.getLong("number");
                List<Batch> batches = new ArrayList<>();
                while (rows.next()) {
                    batches.add(new Batch(rows.getLong("number"), rows.getInt("length")));
                }
                return new Seen(batches, oldestRunning);
            }
        }
    }

    /** Records a step and tells all nodes; answers the transaction that did, or nothing if there is another leader. */
    static OptionalLong record(Connection connection, long epoch, Ordering from, Step step) throws SQLException {
        try (var statement = connection.prepareStatement(RECORD)) {
            setParameters(statement, epoch, from, step);
            try (var row = statement.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    static void setParameters(PreparedStatement statement, long epoch, Ordering from, Step step) throws SQLException {
        var connection = statement.getConnection();
        statement.setLong(1, epoch);
        statement.setLong(2, step.next().size());
        statement.setArray(
                3, connection.createArrayOf("int8", step.next().open().keySet().toArray()));
        var placed = step.placed();
        statement.setArray(4, array(connection, "int8", placed, Placed::firstIndex));
        statement.setArray(
                5, array(connection, "int8", placed, place -> place.batch().number()));
        statement.setArray(
                6, array(connection, "int4", placed, place -> place.batch().length()));
        statement.setLong(7, from.size());
    }

    private static java.sql.Array array(
            Connection connection, String type, List<Placed> placed, java.util.function.Function<Placed, Object> column)
            throws SQLException {
        return connection.createArrayOf(type, placed.stream().map(column).toArray());
    }

    /** The time of one leader. */
    record Reign(long epoch, Ordering ordering) {}
}
