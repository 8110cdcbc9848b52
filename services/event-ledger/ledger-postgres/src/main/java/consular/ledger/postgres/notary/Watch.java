package consular.ledger.postgres.notary;

import consular.ledger.postgres.session.LedgerSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A notary's work while its node leads: it waits until something is due, signs, and tries again later where it cannot. */
final class Watch {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private static final int SIGN_AT_EVENTS = 256;
    private static final long SIGN_EVERY_NANOS = Duration.ofSeconds(1).toNanos();
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final long FIRST_PAUSE_NANOS = Duration.ofMillis(200).toNanos();
    private static final long LONGEST_PAUSE_NANOS = Duration.ofSeconds(30).toNanos();

    private final DataSource dataSource;
    private final Seal seal;
    private final Supplier<List<String>> published;
    private final CheckpointSink publishing;
    private final Consumer<Throwable> onFailure;
    private final IdsGivenTwice twice;
    private final Thread thread;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private volatile long size;
    private volatile long signed;
    private volatile long signedAt = System.nanoTime() - SIGN_EVERY_NANOS;
    private volatile boolean stopped;

    Watch(
            DataSource dataSource,
            Seal seal,
            Supplier<List<String>> published,
            CheckpointSink publishing,
            Consumer<Throwable> onFailure,
            IdsGivenTwice twice) {
        this.dataSource = dataSource;
        this.seal = seal;
        this.published = published;
        this.publishing = publishing;
        this.onFailure = onFailure;
        this.twice = twice;
        this.thread = Thread.ofPlatform().daemon().name("ledger-notary").unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    /** Called at each step of the sequencer, so it wakes nobody without need. */
    void reaches(long events) {
        if (events != size) {
            size = events;
            if (isDue()) {
                wake();
            }
        }
    }

    private boolean isDue() {
        var unsigned = size - signed;
        return unsigned >= SIGN_AT_EVENTS || (unsigned > 0 && System.nanoTime() - signedAt >= SIGN_EVERY_NANOS);
    }

    void stop(Duration grace) {
        stopped = true;
        wake();
        try {
            thread.join(grace);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void wake() {
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void run() {
        var pause = FIRST_PAUSE_NANOS;
        while (!stopped) {
            var before = signed;
            try (var connection = dataSource.getConnection()) {
                work(connection);
            } catch (SQLException | RuntimeException | Error failure) {
                onFailure.accept(failure);
                LOG.error("Cannot sign the log beyond event {}; trying again", signed, failure);
                pause = signed > before ? FIRST_PAUSE_NANOS : Math.min(2 * pause, LONGEST_PAUSE_NANOS);
                await(pause, () -> false);
            }
        }
    }

    private void work(Connection connection) throws SQLException {
        LedgerSession.begin(connection, SILENCE);
        try {
            // first: whatever was published was stored before, so the log that is read now leads there
            var precedents = Precedents.of(published.get(), seal);
            var tree = GrowingTree.resume(connection, seal, precedents, publishing, twice);
            signed = tree.size();
            while (!stopped) {
                if (isDue()) {
                    var note = tree.grow();
                    signed = tree.size();
                    signedAt = System.nanoTime();
                    publishing.publish(signed, note);
                }
                await(SIGN_EVERY_NANOS, this::isDue);
            }
        } finally {
            end(connection);
        }
    }

    private static void end(Connection connection) {
        try {
            LedgerSession.end(connection);
        } catch (SQLException lost) {
            LOG.debug("The session of the notary is gone", lost);
        }
    }

    private void await(long nanos, BooleanSupplier orUntil) {
        lock.lock();
        try {
            var left = nanos;
            while (left > 0 && !stopped && !orUntil.getAsBoolean()) {
                left = changed.awaitNanos(left);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            stopped = true;
        } finally {
            lock.unlock();
        }
    }
}
