package consular.ledger.postgres;

import consular.ledger.core.content.Content;
import consular.ledger.core.note.VerifierKey;
import consular.ledger.core.tiles.TilePath;
import consular.ledger.core.tiles.TileSource;
import consular.ledger.core.tiles.Tiles;
import consular.ledger.core.tree.ConsistencyProof;
import consular.ledger.core.tree.InclusionProof;
import consular.ledger.core.tree.Proofs;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What the log can show an auditor: its checkpoints, the keys they are signed with, proofs, tiles, and the entries behind them.
 * Everything is served as it is stored; whether it holds is for the auditor's own program to say.
 *
 * <p>Every method throws Spring's {@code DataAccessException} when the database cannot answer.
 */
public final class LogEvidence {

    private static final String LATEST = "select note from checkpoint order by size desc limit 1";

    static final String CHECKPOINTS =
            "select size, note from checkpoint where size > ? and size <= ? order by size limit ?";

    private static final String TILE =
            "select substring(hashes for ?) from tile where level = ? and index = ? and width >= ?";

    static final String STREAM = """
        select %s
        from event
        left join log_batch on log_batch.batch = event.batch
        where event.stream_id = ?
        window stream as (order by event.sequence)
        order by event.sequence
        """.formatted(Evidence.COLUMNS_OF_A_STREAM);

    static final String FROM = from(Evidence.COLUMNS);

    static final String CONTENTS = from(Evidence.COLUMNS_OF_CONTENT);

    private static final int HASH_LENGTH = 32;

    private final JdbcClient jdbc;
    private final List<VerifierKey> keys;
    private final int pageSize;

    LogEvidence(JdbcClient jdbc, List<VerifierKey> keys, int pageSize) {
        this.jdbc = jdbc;
        this.keys = List.copyOf(keys);
        this.pageSize = pageSize;
    }

    /**
     * What checkpoints are verified with: the key that signs them now, and behind it the earlier ones; empty if the log signs none. Whoever
     * is to trust them takes them from elsewhere.
     */
    public List<VerifierKey> keys() {
        return keys;
    }

    /** The last checkpoint that was signed, as a signed note; empty if there is none yet. */
    public Optional<String> checkpoint() {
        return jdbc.sql(LATEST).query(String.class).optional();
    }

    /** Hands all checkpoints of up to so many events to the consumer, the smallest first. Memory holds one page. */
    public void forEachCheckpoint(long upTo, Consumer<String> consumer) {
        for (var at = -1L; at < upTo; ) {
            var page = jdbc.sql(CHECKPOINTS)
                    .params(at, upTo, pageSize)
                    .query((row, _) -> Map.entry(row.getLong("size"), row.getString("note")))
                    .list();
            page.forEach(checkpoint -> consumer.accept(checkpoint.getValue()));
            at = page.size() < pageSize ? upTo : page.getLast().getKey();
        }
    }

    /** How many events the last checkpoint vouches for; 0 if there is none. */
    public long signedSize() {
        return checkpoint().map(LogEvidence::sizeOf).orElse(0L);
    }

    /** How many events a checkpoint of this log vouches for. */
    public static long sizeOf(String note) {
        var text = note.substring(0, note.indexOf("\n\n") + 1);
        return Long.parseLong(text.lines().skip(1).findFirst().orElseThrow());
    }

    /**
     * Proves that an event is in the log.
     *
     * @param logIndex from 0 to below {@code size}
     * @param size how many events the tree has; at most {@link #signedSize}
     */
    public InclusionProof inclusion(long logIndex, long size) {
        return proofs(size).inclusion(logIndex, size);
    }

    /** Proves that the log of {@code from} events is the beginning of that of {@code to}, which is at most {@link #signedSize}. */
    public ConsistencyProof consistency(long from, long to) {
        return proofs(to).consistency(from, to);
    }

    /** For many proofs from one tree; remembers tiles, and is not for several threads at once. */
    public Proofs proofs(long size) {
        return new Proofs(new Tiles(tiles(), size));
    }

    /** The tiles of the tree, as far as it is signed. */
    public TileSource tiles() {
        return tile -> tile.level() == TilePath.ENTRIES
                ? Optional.empty()
                : jdbc.sql(TILE)
                        .params(tile.width() * HASH_LENGTH, tile.level(), tile.index(), tile.width())
                        .query((row, _) -> row.getBytes(1))
                        .optional();
    }

    private static String from(String columns) {
        return """
            select %s
            from log_batch
            join event on event.batch = log_batch.batch and event.place >= ? - log_batch.first_index
            where log_batch.first_index >= (
                select coalesce(max(earlier.first_index), 0) from log_batch as earlier where earlier.first_index <= ?)
            order by log_batch.first_index, event.place
            limit ?
            """.formatted(columns);
    }

    /** All events of a stream by sequence; empty if there is no such stream. */
    public List<Evidence> stream(String streamId) {
        return jdbc.sql(STREAM)
                .param(LedgerIds.of(streamId).id())
                .query((row, _) -> Evidence.of(row))
                .list();
    }

    /** Up to {@code limit} events in the order of the log, from an index on. */
    public List<Evidence> from(long logIndex, int limit) {
        return jdbc.sql(FROM)
                .params(logIndex, logIndex, limit)
                .query((row, _) -> Evidence.of(row))
                .list();
    }

    /**
     * Hands the first {@code size} events to the consumer, in the order of the log, one for each index: where none is stored, a
     * line that says so. Memory holds one page.
     */
    public void forEach(long size, Consumer<Evidence> consumer) {
        forEach(0, size, consumer);
    }

    /** The same from an index on. */
    void forEach(long from, long size, Consumer<Evidence> consumer) {
        walk(FROM, from, size, Evidence::of, new Walk<>(from, size, Evidence::unreadable, consumer));
    }

    /** Hands the contents of the same events to the consumer, likewise; it costs less than the events. */
    public void forEachContent(long size, Consumer<Content> consumer) {
        walk(CONTENTS, 0, size, Evidence::contentOf, new Walk<>(0, size, (_, _) -> Evidence.NO_CONTENT, consumer));
    }

    private <T> void walk(String page, long from, long size, Reading<T> reading, Walk<T> walk) {
        for (var at = from; !walk.isOver(); at = walk.at()) {
            jdbc.sql(page)
                    .params(at, at, Math.min(pageSize, size - at))
                    .query((row, _) ->
                            new Walk.Row<>(row.getLong("log_index"), row.getBoolean("is_in_batch"), reading.of(row)))
                    .list()
                    .forEach(walk::meet);
            if (walk.at() == at) {
                walk.missUpTo(size);
            }
        }
    }

    /** What is read of a row. */
    private interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }
}
