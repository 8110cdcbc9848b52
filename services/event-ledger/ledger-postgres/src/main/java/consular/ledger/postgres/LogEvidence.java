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

    static final String FROM = LogPages.page(Evidence.COLUMNS);

    static final String CONTENTS = LogPages.page(Evidence.COLUMNS_OF_CONTENT);

    private static final int HASH_LENGTH = 32;

    private final JdbcClient jdbc;
    private final List<VerifierKey> keys;
    private final int pageSize;
    private final LogPages<Walk.Row<Evidence>> events;
    private final LogPages<Walk.Row<Content>> contents;

    LogEvidence(JdbcClient jdbc, List<VerifierKey> keys, int pageSize) {
        this.jdbc = jdbc;
        this.keys = List.copyOf(keys);
        this.pageSize = pageSize;
        this.events = new LogPages<>(
                jdbc, Evidence.COLUMNS, (row, clear, secret) -> row(row, Evidence.of(row, clear, secret)));
        this.contents = new LogPages<>(
                jdbc, Evidence.COLUMNS_OF_CONTENT, (row, clear, secret) -> row(row, Evidence.contentOf(clear, secret)));
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

    /** All events of a stream by sequence; empty if there is no such stream. */
    public List<Evidence> stream(String streamId) {
        return jdbc.sql(STREAM)
                .param(LedgerIds.of(streamId).id())
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

    /** The same from an index on, up to below another. */
    public void forEach(long from, long size, Consumer<Evidence> consumer) {
        walk(events, from, size, new Walk<>(from, size, Evidence::unreadable, consumer));
    }

    /** Hands the contents of the same events to the consumer, likewise; it costs less than the events. */
    public void forEachContent(long size, Consumer<Content> consumer) {
        walk(contents, 0, size, new Walk<>(0, size, (_, _) -> Evidence.NO_CONTENT, consumer));
    }

    private <T> void walk(LogPages<Walk.Row<T>> pages, long from, long size, Walk<T> walk) {
        for (var at = from; !walk.isOver(); at = walk.at()) {
            pages.from(at, Math.min(pageSize, size - at)).events().forEach(walk::meet);
            if (walk.at() == at) {
                walk.missUpTo(size);
            }
        }
    }

    private static <T> Walk.Row<T> row(ResultSet row, T value) throws SQLException {
        return new Walk.Row<>(row.getLong("log_index"), row.getBoolean("is_in_batch"), value);
    }
}
