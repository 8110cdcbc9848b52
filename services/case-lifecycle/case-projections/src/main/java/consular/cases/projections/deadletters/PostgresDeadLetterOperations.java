package consular.cases.projections.deadletters;

import consular.cases.application.DeadLetterProcessor;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Sees to the letters of those processors whose letters count now. */
@Component
final class PostgresDeadLetterOperations implements DeadLetterOperations {
    private static final String HELD = """
        select name, sequence_identifier, cause_type, cause_message, enqueued_at, last_touched, position,
            stream_sequence, letters
        from unnest(:names::text[], :groups::text[]) as known (name, processor)
        join lateral (
            select distinct on (sequence_identifier) *, count(*) over (partition by sequence_identifier) as letters
            from dead_letter_entry
            where dead_letter_entry.processor = known.processor
            order by sequence_identifier, sequence_index) as head on true
        where (:name::text is null or name = :name::text)
          and (:sequence::text is null or sequence_identifier = :sequence::text)
          and (:afterName::text is null
            or (name, sequence_identifier) > (:afterName::text collate "C", :afterSequence::text collate "C"))
        order by name collate "C", sequence_identifier
        limit :limit
        """;

    private static final String LOCK = """
        select claimed_until > clock_timestamp()
        from dead_letter_entry
        where processor = :processor and sequence_identifier = :sequence
        for update
        """;

    private static final String RECORD = """
        insert into dead_letter_eviction (
            eviction_id, processor, sequence_identifier, letters, first_position, last_position, cause_type,
            cause_message, waiting_since, evicted_at, evicted_by, reason)
        select :id, :name, :sequence, count(*), min(position), max(position),
            (array_agg(cause_type order by sequence_index))[1], (array_agg(cause_message order by sequence_index))[1],
            min(enqueued_at), :at, :by, :reason
        from dead_letter_entry
        where processor = :processor and sequence_identifier = :sequence
        """;

    private static final String REMOVE = """
        delete from dead_letter_entry where processor = :processor and sequence_identifier = :sequence
        """;

    private final List<DeadLetterProcessor> processors;
    private final Clock clock;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    PostgresDeadLetterOperations(
            List<DeadLetterProcessor> processors,
            Clock clock,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.processors = List.copyOf(processors);
        this.clock = clock;
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public List<Held> held(@Nullable String processor, @Nullable String sequence, int limit, @Nullable Place after) {
        return jdbc.sql(HELD)
                .param(
                        "names",
                        processors.stream().map(DeadLetterProcessor::name).toArray(String[]::new))
                .param(
                        "groups",
                        processors.stream().map(DeadLetterProcessor::group).toArray(String[]::new))
                .param("name", processor)
                .param("sequence", sequence)
                .param("afterName", after == null ? null : after.processor())
                .param("afterSequence", after == null ? null : after.sequence())
                .param("limit", limit)
                .query((row, _) -> new Held(
                        row.getString("name"),
                        row.getString("sequence_identifier"),
                        row.getString("cause_type"),
                        row.getString("cause_message"),
                        row.getObject("enqueued_at", OffsetDateTime.class).toInstant(),
                        row.getObject("last_touched", OffsetDateTime.class).toInstant(),
                        row.getLong("position"),
                        row.getObject("stream_sequence", Long.class),
                        row.getLong("letters") - 1))
                .list();
    }

    @Override
    public Retried retry(String processor, String sequence) {
        var known = known(processor);
        transaction.executeWithoutResult(_ -> requireFree(known, sequence));
        var done = known.process(letter ->
                letter instanceof StoredLetter stored && stored.sequence().equals(sequence));
        return held(processor, sequence, 1, null).stream()
                .findFirst()
                .map(left -> new Retried(
                        processor, sequence, false, left.waitingBehind() + 1, left.causeType(), left.cause()))
                .orElseGet(() -> new Retried(processor, sequence, done, 0, null, null));
    }

    @Override
    public Evicted evict(String processor, String sequence, String by, String reason) {
        var known = known(processor);
        var now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return Objects.requireNonNull(
                transaction.execute(_ -> evict(known, sequence, now, by, reason)), "a transaction has a result");
    }

    private Evicted evict(DeadLetterProcessor processor, String sequence, Instant now, String by, String reason) {
        requireFree(processor, sequence);
        jdbc.sql(RECORD)
                .param("id", UUID.randomUUID())
                .param("name", processor.name())
                .param("processor", processor.group())
                .param("sequence", sequence)
                .param("at", now.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("reason", reason)
                .update();
        var letters = jdbc.sql(REMOVE)
                .param("processor", processor.group())
                .param("sequence", sequence)
                .update();
        return new Evicted(processor.name(), sequence, letters, now, by, reason);
    }

    /** Whoever adds a letter behind these meanwhile is waited for. */
    private void requireFree(DeadLetterProcessor processor, String sequence) {
        var claims = jdbc.sql(LOCK)
                .param("processor", processor.group())
                .param("sequence", sequence)
                .query((row, _) -> row.getBoolean(1))
                .list();
        if (claims.isEmpty()) {
            throw DeadLetterProblem.missing();
        }
        if (claims.contains(true)) {
            throw DeadLetterProblem.busy();
        }
    }

    private DeadLetterProcessor known(String name) {
        return processors.stream()
                .filter(processor -> processor.name().equals(name))
                .findFirst()
                .orElseThrow(DeadLetterProblem::missing);
    }
}
