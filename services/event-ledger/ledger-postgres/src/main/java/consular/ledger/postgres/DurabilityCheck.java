package consular.ledger.postgres;

import java.util.List;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Refuses to start on a database that may lose what it has confirmed. */
final class DurabilityCheck implements InitializingBean {

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
        var unsafe = jdbc.sql(UNSAFE_SETTINGS)
                .query((row, _) -> row.getString("name"))
                .list();
        if (!unsafe.isEmpty()) {
            throw new NotDurable(unsafe);
        }
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
