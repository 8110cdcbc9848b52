package consular.ledger.postgres.sequencing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hears from the leader, wherever it is, that the log has grown, and asks how far; also now and then, in case it has missed
 * something. Anybody who may connect may send such news, so no number in them is believed.
 *
 * <p>The node that leads does not listen: it gives the places, and would only hear of itself, hundreds of times a second. It asks now and
 * then all the same, in case it leads no more and has not found out: then it hears of the new leader up to half a second late.
 */
public final class HeadListener {

    private static final Logger LOG = LoggerFactory.getLogger(HeadListener.class);
    private static final int ASK_EVERY_MILLIS = 500;
    private static final int SILENCE_MILLIS = 5000;
    private static final long PAUSE_AFTER_FAILURE_MILLIS = 500;

    private final DataSource dataSource;
    private final LogHead head;
    private volatile boolean stopped = true;
    private @Nullable Thread thread;

    /** Not started yet. */
    public HeadListener(DataSource dataSource, LogHead head) {
        this.dataSource = dataSource;
        this.head = head;
    }

    /** Starts to listen. */
    public synchronized void start() {
        stopped = false;
        thread = Thread.ofPlatform().daemon().name("ledger-listener").start(this::run);
    }

    /** Listens no more. */
    public synchronized void stop() {
        stopped = true;
        if (thread != null) {
            try {
                thread.join(TimeUnit.SECONDS.toMillis(10));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    private void run() {
        while (!stopped) {
            try (var connection = dataSource.getConnection()) {
                listenOrGiveUp(connection);
            } catch (SQLException | RuntimeException | Error failure) {
                LOG.warn("Hears nothing of the log; trying again: {}", failure.toString());
                pause(PAUSE_AFTER_FAILURE_MILLIS);
            }
        }
    }

    /** A pool would hand on a session that listens to somebody who never takes in what it hears, and takes silence for the end. */
    private void listenOrGiveUp(Connection connection) throws SQLException {
        try {
            listen(connection);
        } catch (SQLException | RuntimeException | Error failure) {
            connection.abort(Runnable::run);
            throw failure;
        }
    }

    private void listen(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        // whoever asks a server that is cut off would wait for ever
        connection.setNetworkTimeout(Runnable::run, SILENCE_MILLIS);
        try (var statement = connection.createStatement()) {
            var session = connection.unwrap(PGConnection.class);
            var listening = false;
            while (!stopped) {
                var leading = head.isLeading();
                if (listening == leading) {
                    statement.execute((leading ? "unlisten " : "listen ") + OrderingStatements.CHANNEL);
                    listening = !leading;
                }
                try (var row = statement.executeQuery(OrderingStatements.SIZE)) {
                    row.next();
                    head.reaches(row.getLong(1));
                }
                if (listening) {
                    session.getNotifications(ASK_EVERY_MILLIS);
                } else {
                    pause(ASK_EVERY_MILLIS);
                }
            }
            statement.execute("unlisten *");
            connection.setNetworkTimeout(Runnable::run, 0);
        }
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
