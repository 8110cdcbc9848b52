package consular.ledger.postgres.notary;

import consular.ledger.core.hash.Hash;
import consular.ledger.core.tiles.TileWriter;
import consular.ledger.core.tiles.Tiles;
import consular.ledger.core.tree.Proofs;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;

/** The tree as far as it is signed, and what comes behind it. Not for several threads at once. */
final class GrowingTree {

    /** So many at once, so that neither memory nor the next checkpoint waits for long. */
    static final int MOST_EVENTS = 50_000;

    static final String LEAVES = """
        select log_batch.first_index + event.place as log_index, event.leaf, event.event_id
        from log_batch
        join event on event.batch = log_batch.batch and event.place >= ? - log_batch.first_index
        where log_batch.first_index >= (
            select coalesce(max(earlier.first_index), 0) from log_batch as earlier where earlier.first_index <= ?)
        order by log_batch.first_index, event.place
        limit ?
        """;

    /** Of the events before that: the ids alone. */
    static final String IDS = """
        select event.event_id
        from log_batch
        join event on event.batch = log_batch.batch and event.place >= ? - log_batch.first_index
        where log_batch.first_index >= (
            select coalesce(max(earlier.first_index), 0) from log_batch as earlier where earlier.first_index <= ?)
        order by log_batch.first_index, event.place
        limit ?
        """;

    /** Twice as many as are read at once. */
    private static final int REMEMBERED_IDS = 2 * MOST_EVENTS;

    private static final String ORDERED =
            "select first_index + length from log_batch order by first_index desc limit 1";

    private static final String LAST = "select note from checkpoint order by size desc limit 1";

    /** Two that sign at once wait for one another at the last tile, so the second sees what the first has signed. */
    private static final String SIGN = """
        insert into checkpoint (size, note, signed_at)
        select signed.size, signed.note, now()
        from (select ?::bigint as size, ? as note) as signed
        where not exists (select from checkpoint where checkpoint.size > signed.size)
        on conflict (size) do nothing
        """;

    private static final String SIGNED = "select note from checkpoint where size = ?";

    private final Connection connection;
    private final Seal seal;
    private final PostgresTiles tiles;
    private final TileWriter writer;
    private final RecentIds ids = new RecentIds(REMEMBERED_IDS);
    private final IdsGivenTwice twice;
    private final Precedents precedents;

    private GrowingTree(
            Connection connection,
            Seal seal,
            PostgresTiles tiles,
            long size,
            Precedents precedents,
            IdsGivenTwice twice) {
        this.precedents = precedents;
        this.twice = twice;
        this.connection = connection;
        this.seal = seal;
        this.tiles = tiles;
        this.writer = TileWriter.resume(tiles, size);
    }

    /**
     * Goes on behind the last checkpoint, which it publishes once more: its signer may have died before it did.
     *
     * @param precedents what was published before; nothing is signed that does not lead there
     * @param twice told of each event behind it that has the id of an earlier one which was added not long before, by whomever
     * @throws Seal.Unfit if the stored tiles have not the root that was signed last
     * @throws Precedents.Contradicted if the log does not lead to what was published
     */
    static GrowingTree resume(
            Connection connection, Seal seal, Precedents precedents, CheckpointSink publishing, IdsGivenTwice twice)
            throws SQLException {
        var tiles = new PostgresTiles(connection);
        precedents.requireAtLeast(ordered(connection));
        var size = 0L;
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(LAST)) {
            if (row.next()) {
                var note = row.getString(1);
                var last = seal.read(note);
                size = last.size();
                var root = root(tiles, size);
                if (!root.equals(last.root())) {
                    throw new Seal.Unfit("the tiles over %d events have the root %s, and %s was signed"
                            .formatted(size, root.base64(), last.root().base64()));
                }
                precedents.compare(size, before -> root(tiles, last.size(), before));
                if (!precedents.areOpen()) {
                    publishing.publish(size, note);
                }
            }
        }
        var tree = new GrowingTree(connection, seal, tiles, size, precedents, twice);
        tree.recall();
        return tree;
    }

    /** Whoever signed before may have been another node, or this one before it failed. */
    private void recall() throws SQLException {
        try (var statement = connection.prepareStatement(IDS)) {
            var first = Math.max(0, size() - REMEMBERED_IDS);
            statement.setLong(1, first);
            statement.setLong(2, first);
            statement.setLong(3, size() - first);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    var _ = ids.add(rows.getObject(1, UUID.class));
                }
            }
        }
    }

    private static long ordered(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(ORDERED)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static Hash root(PostgresTiles tiles, long size) {
        return root(tiles, size, size);
    }

    private static Hash root(PostgresTiles tiles, long size, long first) {
        return new Proofs(new Tiles(tiles, size)).root(first);
    }

    long size() {
        return writer.size();
    }

    /**
     * Adds the events behind it, or the first of them, and signs. After a failure it is of no more use.
     *
     * @return the note that is stored, which is another notary's if that was quicker
     * @throws Seal.Unfit if the log, or what another notary has signed, is not what it should be
     */
    String grow() throws SQLException {
        connection.setAutoCommit(false);
        try {
            var before = -1L;
            while (before < size() && (before < 0 || size() < precedents.longest())) {
                before = size();
                addLeaves();
            }
            precedents.requireAtLeast(size());
            var note = sign();
            connection.commit();
            return note;
        } catch (SQLException | RuntimeException | Error failure) {
            connection.rollback();
            throw failure;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private void addLeaves() throws SQLException {
        try (var statement = connection.prepareStatement(LEAVES)) {
            statement.setFetchSize(10_000);
            statement.setLong(1, writer.size());
            statement.setLong(2, writer.size());
            statement.setInt(3, MOST_EVENTS);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    if (rows.getLong("log_index") != writer.size()) {
                        throw new Seal.Unfit("event %d of the log is not where it belongs".formatted(writer.size()));
                    }
                    look(rows.getObject("event_id", UUID.class));
                    writer.append(rows.getBytes("leaf"), 0);
                }
            }
        }
    }

    /** It is signed all the same: it is in the log, and whoever verifies is to see it there. */
    private void look(UUID eventId) {
        if (!ids.add(eventId)) {
            twice.meet(writer.size(), eventId);
        }
    }

    private String sign() throws SQLException {
        writer.flush();
        var size = writer.size();
        precedents.compare(size, before -> root(tiles, size, before));
        var root = root(tiles, size);
        var note = seal.sign(size, root);
        tiles.save();
        try (var statement = connection.prepareStatement(SIGN)) {
            statement.setLong(1, size);
            statement.setString(2, note);
            return statement.executeUpdate() == 1 ? note : signedByAnother(size, root);
        }
    }

    /** It may have signed with another key, while the key of the log changes: only what is stored is to be published. */
    private String signedByAnother(long size, Hash root) throws SQLException {
        try (var statement = connection.prepareStatement(SIGNED)) {
            statement.setLong(1, size);
            try (var row = statement.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("another notary has signed beyond %d events".formatted(size));
                }
                var note = row.getString(1);
                var theirs = seal.read(note).root();
                if (!theirs.equals(root)) {
                    throw new Seal.Unfit("%d events have the root %s, and another notary signed %s"
                            .formatted(size, root.base64(), theirs.base64()));
                }
                return note;
            }
        }
    }
}
