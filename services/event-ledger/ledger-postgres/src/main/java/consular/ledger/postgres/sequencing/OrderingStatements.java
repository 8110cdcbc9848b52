package consular.ledger.postgres.sequencing;

import consular.ledger.postgres.sequencing.Ordering.Batch;
import consular.ledger.postgres.sequencing.Ordering.Placed;
import consular.ledger.postgres.sequencing.Ordering.Seen;
import consular.ledger.postgres.sequencing.Ordering.Step;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** What the sequencer asks of the database, each a statement and a transaction of its own. */
final class OrderingStatements {

    /** Where nodes hear how many events the log has. */
    static final String CHANNEL = "ledger_head";

    /** The number spells "ledger"; it only has to differ from other advisory locks in the same database. */
    private static final String TRY_TO_LEAD = "select pg_try_advisory_lock(119182731994482)";

    private static final String NEW_EPOCH = "update log_head set epoch = epoch + 1 returning epoch, size, settled";

    private static final String PLACED_ABOVE = "select batch from log_batch where batch > ?";

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

    /** Only the last leader may, and only from where it believes to be. */
    private static final String RECORD = """
        with head as (
            update log_head
            set size = ?, settled = ?
            where epoch = ? and size = ?
            returning size
        ), placed as (
            insert into log_batch (first_index, batch, length)
            select place.first_index, place.batch, place.length
            from unnest(?::bigint[], ?::bigint[], ?::integer[]) as place (first_index, batch, length), head
        )
        select pg_current_xact_id()::text::bigint, pg_notify('ledger_head', size::text)
        from head
        """;

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
            long size;
            long settled;
            try (var row = statement.executeQuery(NEW_EPOCH)) {
                row.next();
                epoch = row.getLong("epoch");
                size = row.getLong("size");
                settled = row.getLong("settled");
            }
            var placed = placedAbove(connection, settled);
            try (var row = statement.executeQuery(MY_TRANSACTION)) {
                row.next();
                return new Reign(epoch, Ordering.takenOver(size, settled, placed, row.getLong(1)));
            }
        }
    }

    private static Set<Long> placedAbove(Connection connection, long settled) throws SQLException {
        try (var statement = connection.prepareStatement(PLACED_ABOVE)) {
            statement.setLong(1, settled);
            try (var rows = statement.executeQuery()) {
                var placed = new HashSet<Long>();
                while (rows.next()) {
                    placed.add(rows.getLong(1));
                }
                return placed;
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
            statement.setLong(1, step.next().size());
            statement.setLong(2, step.next().settled());
            statement.setLong(3, epoch);
            statement.setLong(4, from.size());
            var placed = step.placed();
            statement.setArray(5, array(connection, "int8", placed, Placed::firstIndex));
            statement.setArray(
                    6, array(connection, "int8", placed, place -> place.batch().number()));
            statement.setArray(
                    7, array(connection, "int4", placed, place -> place.batch().length()));
            try (var row = statement.executeQuery()) {
                return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
            }
        }
    }

    private static java.sql.Array array(
            Connection connection, String type, List<Placed> placed, java.util.function.Function<Placed, Object> column)
            throws SQLException {
        return connection.createArrayOf(type, placed.stream().map(column).toArray());
    }

    /** The time of one leader. */
    record Reign(long epoch, Ordering ordering) {}
}
