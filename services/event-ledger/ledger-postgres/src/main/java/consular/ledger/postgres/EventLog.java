package consular.ledger.postgres;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the log as it is stored, for feeds, answers and projections that fold many streams at once.
 *
 * <p><b>Positions</b> start at 1 and rise strictly in the order in which appends were committed. A rolled back append
 * leaves a hole that is never filled. Whoever has seen position n will never see a new event at or below n, so a
 * reader needs to remember one number only.
 *
 * <p><b>Revisions.</b> Events come out in the revision in which they went in. Whoever needs them in today's form reads
 * through Axon, as an event processor or from the {@code EventStore}, which upcasts; or upcasts on their own by
 * {@link LoggedEvent#type()} and {@link LoggedEvent#revision()}.
 *
 * <p>Every method throws Spring's {@code DataAccessException} when the database cannot answer.
 */
public final class EventLog {

    static final String AFTER = """
        select global_index, aggregate_identifier, sequence_number, event_identifier,
               payload_type, payload_revision, meta_data, payload, time_stamp
        from event_log
        where global_index > ?
        order by global_index
        limit ?
        """;

    static final String FROM = """
        select global_index, aggregate_identifier, sequence_number, event_identifier,
               payload_type, payload_revision, meta_data, payload, time_stamp
        from event_log
        where global_index >= ?
        order by global_index
        """;

    static final String STREAMS = """
        select global_index, aggregate_identifier, sequence_number, event_identifier,
               payload_type, payload_revision, meta_data, payload, time_stamp
        from event_log
        where aggregate_identifier = any (?::text[])
        order by aggregate_identifier, sequence_number
        """;

    static final String HEAD = """
        select coalesce(max(global_index), 0)
        from event_log
        """;

    static final String POSITION = """
        select global_index
        from event_log
        where aggregate_identifier = ? and sequence_number = ?
        """;

    private final JdbcClient jdbc;
    private final TransactionTemplate oneSnapshot;

    EventLog(DataSource dataSource, PlatformTransactionManager transactionManager, int fetchSize) {
        var template = new JdbcTemplate(dataSource);
        template.setFetchSize(fetchSize);
        this.jdbc = JdbcClient.create(template);
        this.oneSnapshot = new TransactionTemplate(transactionManager);
        this.oneSnapshot.setReadOnly(true);
    }

    /** The first {@code limit} events behind a position, in order; empty when there are none yet. */
    public List<LoggedEvent> after(long position, int limit) {
        return jdbc.sql(AFTER).params(position, limit).query(EventLog::event).list();
    }

    /** The position of the last event, or 0 when the log is empty. */
    public long head() {
        return jdbc.sql(HEAD).query(Long.class).single();
    }

    /** Where an event of a stream stands in the whole log, or empty if the stream does not reach that far. */
    public OptionalLong position(String streamId, long sequence) {
        return jdbc.sql(POSITION)
                .params(streamId, sequence)
                .query(Long.class)
                .optional()
                .map(OptionalLong::of)
                .orElseGet(OptionalLong::empty);
    }

    /** All events of a stream by sequence; empty when there is no such stream. */
    public List<LoggedEvent> stream(String streamId) {
        return streams(List.of(streamId));
    }

    /** All events of many streams, stream after stream in byte order of their ids, each by sequence. */
    public List<LoggedEvent> streams(Collection<String> streamIds) {
        var ids = streamIds.toArray(String[]::new);
        return jdbc.sql(STREAMS).param(ids).query(EventLog::event).list();
    }

    /**
     * Hands every event from a position on, that one included, to the consumer, in order and in one thread. What is
     * appended meanwhile is not seen. Memory holds one batch at a time; the transaction that stays open for the whole
     * read is read-only, so a consumer that writes should page with {@link #after} instead.
     */
    public void forEach(long from, Consumer<LoggedEvent> consumer) {
        RowCallbackHandler handOver = row -> consumer.accept(event(row, 0));
        oneSnapshot.executeWithoutResult(_ -> jdbc.sql(FROM).param(from).query(handOver));
    }

    private static LoggedEvent event(ResultSet row, int rowNumber) throws SQLException {
        return new LoggedEvent(
                row.getLong("global_index"),
                row.getString("aggregate_identifier"),
                row.getLong("sequence_number"),
                row.getString("event_identifier"),
                row.getString("payload_type"),
                row.getString("payload_revision"),
                row.getString("meta_data"),
                row.getString("payload"),
                row.getObject("time_stamp", OffsetDateTime.class).toInstant());
    }
}
