package consular.ledger.postgres;

import consular.ledger.postgres.notary.Notary;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What to watch of the ledger. */
final class LedgerMeters implements MeterBinder {

    /** Behind the last batch that has its place, and among those that were passed over: two looks into an index. */
    static final String OLDEST_WITHOUT_PLACE = """
        select coalesce(extract(epoch from clock_timestamp() - min(waiting.stored_at)), 0)::double precision
        from (
            (select stored_at
             from event
             where batch > (select coalesce(max(batch), 0) from log_batch)
             order by batch, place
             limit 1)
            union all
            select stored_at
            from event
            where place = 0
                and batch = any ((select passed_over from log_batch order by first_index desc limit 1)::bigint[])
        ) as waiting
        """;

    /** The first event behind the last checkpoint. */
    static final String OLDEST_UNSIGNED = """
        select coalesce(extract(epoch from clock_timestamp() - (
            select event.stored_at
            from log_batch
            join event on event.batch = log_batch.batch and event.place >= signed.size - log_batch.first_index
            where log_batch.first_index >= (
                select coalesce(max(first_index), 0) from log_batch as earlier where earlier.first_index <= signed.size)
            order by log_batch.first_index, event.place
            limit 1)), 0)::double precision
        from (select coalesce(max(size), 0) as size from checkpoint) as signed
        """;

    private final LedgerWork work;
    private final JdbcClient jdbc;

    LedgerMeters(LedgerWork work, JdbcClient jdbc) {
        this.work = work;
        this.jdbc = jdbc;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("consular.ledger.appends.waiting", work, LedgerWork::waiting)
                .description("Appends that wait for a committer of this node")
                .register(registry);
        Gauge.builder("consular.ledger.events", work, LedgerWork::size)
                .description("Events in the order of the log, as far as this node has heard")
                .register(registry);
        Gauge.builder("consular.ledger.leading", work, node -> node.isLeading() ? 1 : 0)
                .description("Whether this node gives events their places")
                .register(registry);
        Gauge.builder("consular.ledger.unsequenced.age", this, LedgerMeters::oldestWithoutPlace)
                .description("For how long the oldest stored event has been waiting for its place")
                .baseUnit("seconds")
                .register(registry);
        FunctionCounter.builder("consular.ledger.keys.damaged", work, LedgerWork::damagedKeys)
                .description("How often a stored key of a person did not open on this node")
                .register(registry);
        work.notary().ifPresent(notary -> bindTo(registry, notary));
    }

    private void bindTo(MeterRegistry registry, Notary notary) {
        Gauge.builder("consular.ledger.unsigned.age", this, LedgerMeters::oldestUnsigned)
                .description("For how long the oldest event without a checkpoint has been stored")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("consular.ledger.unpublished.age", notary, Notary::secondsUnpublished)
                .description("For how long a place has been waiting for a checkpoint that this node has signed")
                .baseUnit("seconds")
                .register(registry);
        Gauge.builder("consular.ledger.places", notary, Notary::places)
                .description("To how many places this node publishes checkpoints")
                .register(registry);
        Gauge.builder("consular.ledger.contradicted", notary, node -> node.isContradicted() ? 1 : 0)
                .description("Whether a place has had a checkpoint from this log that the log does not lead to")
                .register(registry);
        FunctionCounter.builder("consular.ledger.ids.twice", notary, Notary::idsGivenTwice)
                .description("Events with the id of an earlier one that this node has signed")
                .register(registry);
        FunctionCounter.builder("consular.ledger.signing.failures", notary, Notary::failures)
                .description("How often this node could not sign what was due")
                .register(registry);
    }

    private double oldestWithoutPlace() {
        return jdbc.sql(OLDEST_WITHOUT_PLACE).query(Double.class).single();
    }

    private double oldestUnsigned() {
        return jdbc.sql(OLDEST_UNSIGNED).query(Double.class).single();
    }
}
