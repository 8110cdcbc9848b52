package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.core.tiles.TilePath;
import consular.ledger.core.tree.TreeHasher;
import consular.ledger.postgres.append.NewEvent;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whoever may write to the tables of the log, past the triggers; every batch has four events. */
record Intruder(JdbcClient jdbc) {

    void change(int index, String change) {
        assertThat(jdbc.sql("update event set %s where (batch, place) = (%s)".formatted(change, at(index)))
                        .update())
                .isEqualTo(1);
    }

    /** The batch and the place of an index, as a list of SQL. */
    static String at(int index) {
        return "(select batch from log_batch where first_index = %d), %d".formatted(index / 4 * 4, index % 4);
    }

    long indexOf(TestStream stream, long sequence) {
        return jdbc.sql("""
            select log_batch.first_index + event.place
            from event
            join log_batch using (batch)
            where stream_id = ? and sequence = ?
            """).params(stream.id(), sequence).query(Long.class).single();
    }

    /** Puts other events in the place of those that a stream has, with the chain and the leaves that are theirs. */
    void rewrite(TestStream stream, List<NewEvent> forged) {
        for (var event : forged) {
            assertThat(jdbc.sql("""
                update event
                set event_id = ?, actor = ?, clear = ?, chain = ?, leaf = ?
                where stream_id = ? and sequence = ?
                """)
                            .params(
                                    event.eventId(),
                                    event.actor(),
                                    event.clear(),
                                    event.chain().bytes(),
                                    event.leaf().bytes(),
                                    stream.id(),
                                    event.sequence())
                            .update())
                    .isEqualTo(1);
        }
    }

    /** Makes the lowest tiles anew from the entries as they are now. */
    void rewriteTilesOfLeaves(long size) {
        var tiles = (int) ((size + TilePath.FULL - 1) / TilePath.FULL);
        for (var tile = 0; tile < tiles; tile++) {
            var hashes = new ByteArrayOutputStream();
            var first = (long) tile * TilePath.FULL;
            new LogEvidence(jdbc, List.of(), TilePath.FULL)
                    .forEach(
                            first,
                            Math.min(first + TilePath.FULL, size),
                            event -> hashes.writeBytes(
                                    TreeHasher.leaf(event.entry()).bytes()));
            jdbc.sql("update tile set hashes = ? where level = 0 and index = ?")
                    .params(hashes.toByteArray(), tile)
                    .update();
        }
    }
}
