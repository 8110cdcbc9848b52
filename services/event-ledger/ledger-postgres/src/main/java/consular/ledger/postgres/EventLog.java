package consular.ledger.postgres;

import consular.ledger.postgres.secrets.Vault;
import consular.ledger.postgres.sequencing.LogHead;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads the log as it is stored, for feeds, answers and projections that fold many streams at once.
 *
 * <p><b>Positions</b> count the events from 1, without a hole. Whoever has seen position n has seen all up to n, and will
 * never see a new event at or below it, so a reader needs to remember one number only.
 *
 * <p><b>Revisions.</b> Events come out in the revision in which they went in. Whoever needs them in today's form reads
 * through Axon, as an event processor or from the {@code EventStore}, which upcasts; or upcasts on their own by
 * {@link LoggedEvent#type()} and {@link LoggedEvent#revision()}.
 *
 * <p>What an event says of persons is deciphered, and what was erased of it is replaced by the application's own words.
 *
 * <p>Every method throws Spring's {@code DataAccessException} when the database cannot answer, and those that answer events
 * {@link DamagedLog} where one has another name than its identifier was made of, or is not there, and
 * {@link consular.ledger.postgres.secrets.Unopenable} when a part of one is not what it was.
 */
public final class EventLog {

    static final String COLUMNS = """
        event.stream_id, event.stream_type, event.stream_name, event.sequence, event.event_id, event.event_name,
        event.type, event.revision, event.actor, event.effective_at, event.recorded_at, event.chain, event.leaf, %s, %s\
        """;

    private static final String WHOLE = LogPages.whole(COLUMNS);

    private static final String IN_ORDER = "log_batch.first_index + event.place + 1 as position, " + COLUMNS;

    static final String AFTER = LogPages.page(IN_ORDER);

    static final String STREAM = """
        select log_batch.first_index + event.place + 1 as position, %s
        from event
        left join log_batch on log_batch.batch = event.batch
        where event.stream_id = ? and event.sequence >= ?
        order by event.sequence
        limit ?
        """.formatted(WHOLE);

    static final String STREAMS = StreamPortions.atOnce(COLUMNS);

    static final String HEAD =
            "select coalesce((select first_index + length from log_batch order by first_index desc limit 1), 0)";

    static final String POSITION = """
        select log_batch.first_index + event.place + 1
        from event
        join log_batch on log_batch.batch = event.batch
        where event.stream_id = ? and event.sequence = ?
        """;

    static final String REACHES = "select exists (select from event where stream_id = ? and sequence = ?)";

    static final String LAST = "select max(sequence) from event where stream_id = ?";

    /** Reads the whole log; it serves resets of processors to a date, which are rare. */
    private static final String RECORDED_SINCE = """
        select min(log_batch.first_index + event.place)
        from event
        join log_batch on log_batch.batch = event.batch
        where event.recorded_at >= ?
        """;

    private static final long LOOK_AGAIN_MILLIS = 100;

    private final JdbcClient jdbc;
    private final LogPages<StoredRow> pages;
    private final StreamPortions portions;
    private final LogHead head;
    private final RecentAppends appends;
    private final int pageSize;
    private final Vault vault;

    EventLog(DataSource dataSource, LogHead head, RecentAppends appends, int pageSize, Vault vault) {
        this.vault = vault;
        this.jdbc = JdbcClient.create(new JdbcTemplate(dataSource));
        this.pages = new LogPages<>(jdbc, IN_ORDER, StoredRow::of);
        this.portions = new StreamPortions(dataSource, COLUMNS);
        this.head = head;
        this.appends = appends;
        this.pageSize = pageSize;
    }

    /**
     * The first events behind a position, in order, at most {@code limit}. It is empty when there are none yet, and only then: where
     * events are long, or many are asked for, a page has fewer than there are.
     */
    public List<LoggedEvent> after(long position, int limit) {
        return opened(rowsAfter(position, limit));
    }

    /** The same without what is under keys, as if nobody's key were there: none is asked for, so there is none that fails to open. */
    public List<LoggedEvent> clearAfter(long position, int limit) {
        return rowsAfter(position, limit).stream().map(StoredRow::event).toList();
    }

    /** What {@link #after} answers, for event processors, which ask for the contents of those alone that are for them. */
    List<TrackedRow> trackedAfter(long position, int limit) {
        return TrackedRow.page(rowsAfter(position, limit), vault);
    }

    private List<StoredRow> rowsAfter(long position, int limit) {
        var known = head.size();
        var page = pages.from(position, limit);
        requireGapless(position, limit, known, page);
        return page.events();
    }

    /** Whoever reads on would never know that an event had been there. */
    private static void requireGapless(long position, int limit, long known, LogPages.Page<StoredRow> page) {
        var last = position;
        for (var row : page.events()) {
            if (row.event().requirePosition() != ++last) {
                throw new DamagedLog("there is no event at position " + last);
            }
        }
        if (page.events().size() < limit && !page.isCut() && last < known) {
            throw new DamagedLog("there is no event at position " + (last + 1));
        }
    }

    /** The position of the last event, or 0 when the log is empty. */
    public long head() {
        return jdbc.sql(HEAD).query(Long.class).single();
    }

    /** Where an event of a stream stands in the whole log; empty if there is none, or it has no place yet. */
    public OptionalLong position(String streamId, long sequence) {
        return jdbc.sql(POSITION)
                .params(LedgerIds.of(streamId).id(), sequence)
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /**
     * The same for an event that was just stored, which gets its place in a moment.
     *
     * @return empty if it has none when the time is over, or the thread is interrupted
     */
    public OptionalLong awaitPosition(String streamId, long sequence, Duration atMost) {
        try {
            var given = placeGivenHere(LedgerIds.of(streamId).id(), sequence, atMost);
            return given.isPresent() ? given : awaitPlaceInLog(streamId, sequence, atMost);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return OptionalLong.empty();
        }
    }

    /** Where this node both stores and leads, the database need not be asked. */
    private OptionalLong placeGivenHere(UUID stream, long sequence, Duration atMost) throws InterruptedException {
        var stored = appends.find(stream, sequence);
        if (stored.isEmpty()) {
            return OptionalLong.empty();
        }
        var patience = Math.min(atMost.toMillis(), LOOK_AGAIN_MILLIS);
        var first = head.awaitPlace(stored.get().batch(), patience, TimeUnit.MILLISECONDS);
        return first.isPresent()
                ? OptionalLong.of(first.getAsLong() + stored.get().place() + 1)
                : first;
    }

    private OptionalLong awaitPlaceInLog(String streamId, long sequence, Duration atMost) throws InterruptedException {
        var end = System.nanoTime() + atMost.toNanos();
        while (true) {
            var known = head.size();
            var position = position(streamId, sequence);
            var left = end - System.nanoTime();
            if (position.isPresent() || left <= 0) {
                return position;
            }
            head.awaitMoreThan(known, Math.min(left, LOOK_AGAIN_MILLIS * 1_000_000), TimeUnit.NANOSECONDS);
        }
    }

    /** Whether a stream has an event of this sequence, be it in the order of the log or not yet. */
    public boolean reaches(String streamId, long sequence) {
        return jdbc.sql(REACHES)
                .params(LedgerIds.of(streamId).id(), sequence)
                .query(Boolean.class)
                .single();
    }

    /** All events of a stream by sequence; empty when there is no such stream. */
    public List<LoggedEvent> stream(String streamId) {
        return stream(streamId, 0, Integer.MAX_VALUE);
    }

    /** The first {@code limit} events of a stream from a sequence on. */
    List<LoggedEvent> stream(String streamId, long from, int limit) {
        return opened(jdbc.sql(STREAM)
                .params(LedgerIds.of(streamId).id(), from, limit)
                .query(StoredRow::of)
                .list());
    }

    /** All events of streams without their positions, stream after stream, each by sequence. For many there is {@link #forEachPortion}. */
    public List<LoggedEvent> streams(Collection<String> streamIds) {
        var ids = streamIds.stream().map(id -> LedgerIds.of(id).id()).toArray(UUID[]::new);
        return opened(jdbc.sql(STREAMS).param(ids).query(StoredRow::of).list());
    }

    /**
     * Hands the same to the consumer in portions of whole streams, by the ids of the streams; one ends with the stream that takes it to 4 MiB.
     * In the transaction of this thread, if it has one on the same data source, and otherwise in one of its own, which is open meanwhile; where
     * that cannot be begun or ended it throws Spring's {@code TransactionException}.
     */
    public void forEachPortion(Collection<String> streamIds, java.util.function.Consumer<List<LoggedEvent>> consumer) {
        var ids = streamIds.stream().map(id -> LedgerIds.of(id).id()).toArray(UUID[]::new);
        portions.forEach(ids, rows -> consumer.accept(opened(rows)));
    }

    /**
     * Hands every event behind a position to the consumer, in order and in one thread, up to where the log reached when it
     * was asked. Memory holds one page at a time, and no transaction is open meanwhile.
     */
    public void forEach(long position, java.util.function.Consumer<LoggedEvent> consumer) {
        var end = head();
        for (var at = position; at < end; ) {
            var page = after(at, (int) Math.min(pageSize, end - at));
            if (page.isEmpty()) {
                throw new DamagedLog("there is no event at position " + (at + 1));
            }
            page.forEach(consumer);
            at = page.getLast().requirePosition();
        }
    }

    /** The sequence of a stream's last event, or empty if there is none. */
    OptionalLong lastSequence(String streamId) {
        var last = jdbc.sql(LAST)
                .param(LedgerIds.of(streamId).id())
                .query((row, _) -> row.getObject(1, Long.class))
                .list()
                .getFirst();
        return last == null ? OptionalLong.empty() : OptionalLong.of(last);
    }

    /** How many events stand in front of the first that was recorded at an instant or later; all, if none was. */
    long before(Instant instant) {
        var first = jdbc.sql(RECORDED_SINCE)
                .param(instant.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getObject(1, Long.class))
                .list()
                .getFirst();
        return first == null ? head() : first;
    }

    private List<LoggedEvent> opened(List<StoredRow> rows) {
        var secret = rows.stream().filter(StoredRow::hasSecrets).toList();
        if (secret.isEmpty()) {
            return rows.stream().map(StoredRow::event).toList();
        }
        var plain = vault.open(secret.stream().map(StoredRow::stored).toList()).iterator();
        return rows.stream()
                .map(row -> row.hasSecrets() ? row.with(plain.next()) : row.event())
                .toList();
    }
}
