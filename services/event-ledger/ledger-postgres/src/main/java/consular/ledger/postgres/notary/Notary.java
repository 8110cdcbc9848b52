package consular.ledger.postgres.notary;

import consular.ledger.core.hash.Hash;
import consular.ledger.core.note.Checkpoint;
import consular.ledger.core.note.NoteSigner;
import consular.ledger.core.note.SignedNote;
import consular.ledger.core.tiles.TileWriter;
import consular.ledger.core.tiles.Tiles;
import consular.ledger.core.tree.Proofs;
import consular.ledger.postgres.sequencing.Sequencer;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Adds the leaves of new events to the tree, and signs a checkpoint once a second or at every 256 events, whichever comes
 * first. What it writes follows from the log alone: two notaries at once would write the same.
 */
public final class Notary implements Sequencer.Follower {

    private static final int SIGN_AT_EVENTS = 256;
    private static final long SIGN_EVERY_NANOS = Duration.ofSeconds(1).toNanos();

    /** So many at once, so that neither memory nor the sequencer's next step waits for long. */
    private static final int MOST_BATCHES = 2000;

    static final String LEAVES = """
        select event.leaf
        from (select first_index, batch from log_batch where first_index >= ? order by first_index limit ?) as part
        join event using (batch)
        order by part.first_index, event.place
        """;

    private static final String LAST = "select size, note from checkpoint order by size desc limit 1";

    private static final String SIGN =
            "insert into checkpoint (size, note, signed_at) values (?, ?, now()) on conflict (size) do nothing";

    private final String origin;
    private final NoteSigner signer;
    private final List<Outbox> places;
    private @Nullable Work work;

    /**
     * Signs for one log.
     *
     * @param origin the log's name, for ever
     */
    public Notary(String origin, NoteSigner signer, List<CheckpointSink> sinks) {
        this.origin = origin;
        this.signer = signer;
        this.places = sinks.stream().map(Outbox::new).toList();
    }

    /** Goes on behind the last checkpoint, which it publishes once more: its signer may have died before it did. */
    @Override
    public void begin(Connection connection) throws SQLException {
        var size = 0L;
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(LAST)) {
            if (row.next()) {
                size = row.getLong(1);
                publish(size, row.getString(2));
            }
        }
        var tiles = new PostgresTiles(connection);
        work = new Work(tiles, TileWriter.resume(tiles, size));
    }

    @Override
    public boolean follow(Connection connection, long size) throws SQLException {
        var current = work;
        if (current == null || current.writer.size() >= size || !current.isDue(size)) {
            return false;
        }
        connection.setAutoCommit(false);
        String note;
        try {
            current.addLeaves(connection);
            note = sign(connection, current);
            connection.commit();
        } catch (SQLException | RuntimeException failure) {
            // the tree in memory may be ahead of the table: whoever leads next begins from the table
            work = null;
            connection.rollback();
            throw failure;
        } finally {
            connection.setAutoCommit(true);
        }
        current.signedAt = System.nanoTime();
        publish(current.writer.size(), note);
        return current.writer.size() < size;
    }

    private String sign(Connection connection, Work current) throws SQLException {
        current.writer.flush();
        var size = current.writer.size();
        var root = new Proofs(new Tiles(current.tiles, size)).root(size);
        var note = SignedNote.sign(new Checkpoint(origin, size, root).text(), signer)
                .format();
        current.tiles.save();
        try (var statement = connection.prepareStatement(SIGN)) {
            statement.setLong(1, size);
            statement.setString(2, note);
            statement.executeUpdate();
        }
        return note;
    }

    private void publish(long size, String note) {
        places.forEach(place -> place.add(size, note));
    }

    private static final class Work {

        private final PostgresTiles tiles;
        private final TileWriter writer;
        private long signedAt = System.nanoTime() - SIGN_EVERY_NANOS;

        Work(PostgresTiles tiles, TileWriter writer) {
            this.tiles = tiles;
            this.writer = writer;
        }

        boolean isDue(long size) {
            return size - writer.size() >= SIGN_AT_EVENTS || System.nanoTime() - signedAt >= SIGN_EVERY_NANOS;
        }

        void addLeaves(Connection connection) throws SQLException {
            try (var statement = connection.prepareStatement(LEAVES)) {
                statement.setFetchSize(10_000);
                statement.setLong(1, writer.size());
                statement.setInt(2, MOST_BATCHES);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        writer.append(Hash.at(rows.getBytes(1), 0));
                    }
                }
            }
        }
    }
}
