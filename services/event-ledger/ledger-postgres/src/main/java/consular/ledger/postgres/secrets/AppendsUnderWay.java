package consular.ledger.postgres.secrets;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The transactions that may be storing what is about persons. {@code append_events} locks the table of what is about them before it looks
 * whether the key is there: so one that still sees a key which is destroyed by now, had the lock when the destruction was committed. Whoever waits for those
 * that hold it then, need not be known to appends, and costs them nothing. A transaction that is prepared and not committed yet has no
 * process, and holds its locks all the same.
 */
final class AppendsUnderWay {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final long LOOK_AGAIN_MILLIS = 5;

    private static final String UNDER_WAY = """
        select virtualtransaction
        from pg_locks
        where locktype = 'relation'
            and relation = 'secret_part'::regclass
            and database = (select oid from pg_database where datname = current_database())
            and mode = 'RowExclusiveLock'
            and pid is distinct from pg_backend_pid()
        """;

    private final JdbcClient jdbc;

    AppendsUnderWay(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Waits for the end of all that are under way now.
     *
     * @throws QueryTimeoutException if one goes on for too long, or this thread is interrupted
     */
    void awaitEnd() {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var left = underWay();
        while (!left.isEmpty()) {
            if (System.nanoTime() > end || !rests()) {
                throw new QueryTimeoutException(
                        "an append that began before an erasure has not ended; the erasure is to be done again");
            }
            left = underWay().stream().filter(left::contains).toList();
        }
    }

    private List<String> underWay() {
        return jdbc.sql(UNDER_WAY)
                .query((row, _) -> row.getString("virtualtransaction"))
                .list();
    }

    /** Whether nobody interrupted it. */
    private static boolean rests() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
            return true;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
