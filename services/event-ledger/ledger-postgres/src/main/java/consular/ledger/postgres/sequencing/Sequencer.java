package consular.ledger.postgres.sequencing;

import consular.ledger.postgres.session.LedgerSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives events their places, on whichever node leads. One session holds the lead; PostgreSQL ends it when the node dies, and
 * also when the node says nothing for a while, so that another takes over in less than two seconds. A leader that wakes up
 * after that finds its epoch over, and can write nothing.
 */
public final class Sequencer {

    private static final Logger LOG = LoggerFactory.getLogger(Sequencer.class);

    /** Keeps a step short, and its array of places small. */
    private static final int MOST_BATCHES = 1000;

    /** A leader looks at least this often for what other nodes have appended; shorter while there is something. */
    private static final long SHORTEST_PAUSE_MILLIS = 2;

    private static final long LONGEST_PAUSE_MILLIS = 32;

    /**
     * Between steps, while there is always something: each costs two round trips and a commit, and one for every commit of a
     * batch would cost as much as storing does. What is appended after a quiet moment is ordered at once.
     */
    private static final long PACE_NANOS = TimeUnit.MILLISECONDS.toNanos(4);

    private static final Duration SILENCE = Duration.ofSeconds(5);
    private static final long CANDIDATES_PAUSE_MILLIS = 400;
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 200;

    /** A session that is silent for longer than any pause has lost its node. */
    private static final String SETTINGS = """
        set idle_session_timeout = '1200ms';
        set idle_in_transaction_session_timeout = '1200ms';
        set tcp_user_timeout = '1200ms'\
        """;

    private static final String RESET = """
        select pg_advisory_unlock_all();
        reset idle_session_timeout;
        reset idle_in_transaction_session_timeout;
        reset tcp_user_timeout\
        """;

    private final DataSource dataSource;
    private final LogHead head;
    private final Follower follower;
    private final Semaphore appended = new Semaphore(0);
    private volatile boolean stopped = true;
    private volatile boolean leading;
    private @Nullable Thread thread;

    /**
     * Works on this node while it leads. It is told on the sequencer's own thread, so it has to answer at once and do its work
     * elsewhere: whatever becomes of it, events get their places.
     */
    public interface Follower {

        /** This node leads from now on. */
        void begin();

        /** The log has this size by now. */
        void follow(long size);

        /** This node leads no more. Waits for work at hand for a moment. */
        void end();
    }

    /** Not started yet. */
    public Sequencer(DataSource dataSource, LogHead head, Follower follower) {
        this.dataSource = dataSource;
        this.head = head;
        this.follower = follower;
    }

    /** Starts to work, or to wait for the lead. */
    public synchronized void start() {
        stopped = false;
        thread = Thread.ofPlatform().daemon().name("ledger-sequencer").start(this::run);
    }

    /** Gives the lead up. */
    public synchronized void stop() {
        stopped = true;
        appended.release();
        if (thread != null) {
            try {
                thread.join(TimeUnit.SECONDS.toMillis(10));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    /** Whether this node leads, as far as it knows. */
    public boolean isLeading() {
        return leading;
    }

    /** Tells that this node has appended something. */
    public void appended() {
        if (appended.availablePermits() == 0) {
            appended.release();
        }
    }

    private void run() {
        while (!stopped) {
            try (var connection = dataSource.getConnection()) {
                serve(connection);
            } catch (SQLException | RuntimeException | Error failure) {
                leading = false;
                LOG.warn("Lost the lead of the log, or could not ask for it; trying again: {}", failure.toString());
                sleep(PAUSE_AFTER_FAILURE_MILLIS);
            }
        }
    }

    private void serve(Connection connection) throws SQLException {
        LedgerSession.begin(connection, SILENCE);
        try (var statement = connection.createStatement()) {
            statement.execute(SETTINGS);
        }
        try {
            while (!stopped && !OrderingStatements.tryToLead(connection)) {
                sleep(CANDIDATES_PAUSE_MILLIS);
            }
            if (!stopped) {
                lead(connection);
            }
        } finally {
            leading = false;
            head.leads(false);
            end(connection);
            follower.end();
        }
    }

    /** A connection that is lost has lost its session as well, with the lock. */
    private static void end(Connection connection) {
        try (var statement = connection.createStatement()) {
            statement.execute(RESET);
            LedgerSession.end(connection);
        } catch (SQLException lost) {
            LOG.debug("The session of the sequencer is gone", lost);
        }
    }

    private void lead(Connection connection) throws SQLException {
        var reign = OrderingStatements.begin(connection);
        var ordering = reign.ordering();
        leading = true;
        head.leads(true);
        LOG.info("Leads the log from event {} on, in epoch {}", ordering.size(), reign.epoch());
        head.reaches(ordering.size());
        follower.begin();
        follower.follow(ordering.size());
        var pause = SHORTEST_PAUSE_MILLIS;
        while (!stopped) {
            var begun = System.nanoTime();
            var step = ordering.step(OrderingStatements.look(connection, ordering, MOST_BATCHES));
            var idle = step.placed().isEmpty();
            if (idle) {
                ordering = step.next();
            } else {
                var transaction = OrderingStatements.record(connection, reign.epoch(), ordering, step);
                if (transaction.isEmpty()) {
                    throw new SQLException("another node leads the log by now");
                }
                ordering = step.next().recordedBy(transaction.getAsLong());
                head.placed(step.placed());
                head.reaches(ordering.size());
            }
            follower.follow(ordering.size());
            if (idle) {
                pause(pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            } else {
                pause = SHORTEST_PAUSE_MILLIS;
                if (step.placed().size() < MOST_BATCHES) {
                    LockSupport.parkNanos(begun + PACE_NANOS - System.nanoTime());
                }
            }
        }
    }

    /** Whatever this node appends: it does not lead. */
    private void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }

    private void pause(long millis) {
        try {
            if (appended.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
                appended.drainPermits();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            stopped = true;
        }
    }
}
