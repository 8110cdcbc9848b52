package consular.ledger.postgres;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What to watch of the ledger. */
final class LedgerMeters implements MeterBinder {

    /** From where the sequencer has settled everything, so it looks at the last few events only. */
    static final String OLDEST_WITHOUT_PLACE = """
        select coalesce(extract(epoch from clock_timestamp() - min(event.stored_at)), 0)::double precision
        from event
        left join log_batch on log_batch.batch = event.batch
        where event.batch > (select settled from log_head) and log_batch.batch is null
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
    }

    private double oldestWithoutPlace() {
        return jdbc.sql(OLDEST_WITHOUT_PLACE).query(Double.class).single();
    }
}
