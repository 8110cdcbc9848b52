package consular.ledger.postgres.session;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;

/** What the ledger sets in a session that it keeps for long, and takes back before a pool lends it to somebody else. */
public final class LedgerSession {

    /** What is asked looks into an index, whatever the planner knows of tables that were empty a moment ago. */
    private static final String SETTINGS =
            "set plan_cache_mode = force_generic_plan; set enable_seqscan = off; set jit = off";

    /**
     * What is answered is on the disk, whatever the server's settings are by then: what a session has set itself, no reload
     * reaches. So it is set where it is on already, too, and a stricter setting stays.
     */
    private static final String DURABLE = """
        select set_config('synchronous_commit', case when now in ('off', 'local') then 'on' else now end, false)
        from current_setting('synchronous_commit') as now
        """;

    private static final String RESET =
            "reset plan_cache_mode; reset enable_seqscan; reset jit; reset synchronous_commit";

    private LedgerSession() {}

    /** Begins to use a connection; whoever hears nothing on it for so long takes it for lost. */
    public static void begin(Connection connection, Duration silence) throws SQLException {
        connection.setAutoCommit(true);
        connection.setNetworkTimeout(Runnable::run, (int) silence.toMillis());
        execute(connection, SETTINGS);
        execute(connection, DURABLE);
    }

    /** Sets it back to what it was. */
    public static void end(Connection connection) throws SQLException {
        execute(connection, RESET);
        connection.setNetworkTimeout(Runnable::run, 0);
    }

    private static void execute(Connection connection, String statements) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(statements);
        }
    }
}
