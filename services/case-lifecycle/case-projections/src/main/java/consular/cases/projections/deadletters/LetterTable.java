package consular.cases.projections.deadletters;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.messaging.MetaData;
import org.axonframework.messaging.deadletter.Cause;
import org.axonframework.messaging.deadletter.DeadLetter;
import org.axonframework.messaging.deadletter.ThrowableCause;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The rows of one event processor's letters. */
final class LetterTable {
    private static final TypeReference<java.util.Map<String, Object>> DIAGNOSTICS = new TypeReference<>() {};
    private static final int CLAIM_SECONDS = 30;

    private final String processor;
    private final Function<EventReference, EventMessage<?>> events;
    private final JdbcClient jdbc;
    private final JsonMapper json = new JsonMapper();

    LetterTable(String processor, Function<EventReference, EventMessage<?>> events, JdbcClient jdbc) {
        this.processor = processor;
        this.events = events;
        this.jdbc = jdbc;
    }

    List<String> lock(Collection<String> sequences) {
        return sql(LetterStatements.HOLDING)
                .param("sequences", sequences.toArray(String[]::new))
                .query((row, _) -> row.getString("sequence_identifier"))
                .list();
    }

    void add(String sequence, DeadLetter<? extends EventMessage<?>> letter) {
        var event = EventReference.to(letter.message());
        state(sql(LetterStatements.ADD), letter)
                .param("id", UUID.randomUUID())
                .param("sequence", sequence)
                .param("position", event.position())
                .param("event", event.eventId())
                .param("streamSequence", event.streamSequence(), java.sql.Types.BIGINT)
                .param("enqueuedAt", at(letter.enqueuedAt()))
                .update();
    }

    boolean change(StoredLetter letter) {
        return state(jdbc.sql(LetterStatements.CHANGE), letter)
                        .param("id", letter.id())
                        .update()
                == 1;
    }

    void remove(StoredLetter letter) {
        jdbc.sql(LetterStatements.REMOVE).param("id", letter.id()).update();
    }

    boolean claim(StoredLetter letter) {
        return jdbc.sql(LetterStatements.CLAIM)
                        .param("id", letter.id())
                        .param("seconds", CLAIM_SECONDS)
                        .update()
                == 1;
    }

    void release(StoredLetter letter) {
        jdbc.sql(LetterStatements.RELEASE).param("id", letter.id()).update();
    }

    List<StoredLetter> heads() {
        return sql(LetterStatements.HEADS).query(this::letter).list();
    }

    List<StoredLetter> sequence(String sequence) {
        return sql(LetterStatements.SEQUENCE)
                .param("sequence", sequence)
                .query(this::letter)
                .list();
    }

    Optional<StoredLetter> first(String sequence) {
        return sql(LetterStatements.FIRST_OF_SEQUENCE)
                .param("sequence", sequence)
                .query(this::letter)
                .optional();
    }

    long size() {
        return sql(LetterStatements.SIZE).query(Long.class).single();
    }

    long size(String sequence) {
        return sql(LetterStatements.SEQUENCE_SIZE)
                .param("sequence", sequence)
                .query(Long.class)
                .single();
    }

    long sequences() {
        return sql(LetterStatements.SEQUENCES).query(Long.class).single();
    }

    void clear() {
        sql(LetterStatements.CLEAR).update();
    }

    private StatementSpec sql(String statement) {
        return jdbc.sql(statement).param("processor", processor);
    }

    private StatementSpec state(StatementSpec statement, DeadLetter<? extends EventMessage<?>> letter) {
        return statement
                .param("lastTouched", at(letter.lastTouched()))
                .param("causeType", letter.cause().map(Cause::type).orElse(null))
                .param("causeMessage", letter.cause().map(Cause::message).orElse(null))
                .param("diagnostics", json.writeValueAsString(letter.diagnostics()));
    }

    private StoredLetter letter(ResultSet row, int number) throws SQLException {
        var cause = row.getString("cause_type");
        return new StoredLetter(
                row.getObject("letter_id", UUID.class),
                row.getString("sequence_identifier"),
                row.getLong("sequence_index"),
                new EventReference(
                        row.getLong("position"),
                        row.getString("event_id"),
                        row.getObject("stream_sequence", Long.class)),
                events,
                instant(row, "enqueued_at"),
                instant(row, "last_touched"),
                cause == null ? null : new ThrowableCause(cause, row.getString("cause_message")),
                MetaData.from(json.readValue(row.getString("diagnostics"), DIAGNOSTICS)));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
