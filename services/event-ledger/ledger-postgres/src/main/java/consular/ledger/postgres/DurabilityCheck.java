package consular.ledger.postgres;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Refuses to start on a database that may lose what it has confirmed. A reload makes one of any database at any time, so whoever watches the
 * service is told of that.
 */
final class DurabilityCheck implements InitializingBean, MeterBinder {

    /** As this application's own sessions see them: synchronous_commit may differ by role and by database. */
    private static final String UNSAFE_SETTINGS = """
        select name
        from pg_settings
        where name in ('fsync', 'synchronous_commit', 'full_page_writes') and setting = 'off'
        order by name
        """;

    private final JdbcClient jdbc;
    private final boolean required;

    DurabilityCheck(JdbcClient jdbc, boolean required) {
        this.jdbc = jdbc;
        this.required = required;
    }

    @Override
    public void afterPropertiesSet() {
        if (!required) {
            return;
        }
        var unsafe = unsafe();
        if (!unsafe.isEmpty()) {
            throw new NotDurable(unsafe);
        }
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder(
                        "consular.ledger.unsafe.settings",
                        this,
                        check -> check.unsafe().size())
                .description("How many settings of the database are off without which it can lose committed events")
                .register(registry);
    }

    private List<String> unsafe() {
        return jdbc.sql(UNSAFE_SETTINGS)
                .query((row, _) -> row.getString("name"))
                .list();
    }

    static final class NotDurable extends RuntimeException {

        NotDurable(List<String> settings) {
            super("""
                The database can lose committed events while these are off: %s. Turn them on, or, where losing \
                events is acceptable, start with consular.ledger.require-durability=false.\
                """.formatted(String.join(", ", settings)));
        }
    }
}
