package consular.cases.projections;

import consular.cases.application.EventFeed;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.axonframework.eventhandling.tokenstore.UnableToClaimTokenException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessResourceFailureException;

/** Rebuilds the generation that does not serve, from this node, one rebuild at a time among all nodes. */
final class Rebuilding implements ReadModelOperations {
    /** Another node may serve the idle generation for a second after a switch, and hold its segments for ten if it dies. */
    private static final Duration CLAIM_PATIENCE = Duration.ofSeconds(20);

    private static final Duration STALL = Duration.ofMinutes(2);
    private static final int SWITCH_ATTEMPTS = 50;
    private static final int PAUSE_MILLIS = 100;
    private static final Logger LOG = LoggerFactory.getLogger(Rebuilding.class);

    private final Generations generations;
    private final Processors processors;
    private final Equality equality;
    private final EventFeed feed;
    private final DataSource dataSource;
    private final String edition;

    Rebuilding(
            Generations generations,
            Processors processors,
            Equality equality,
            EventFeed feed,
            DataSource dataSource,
            String edition) {
        this.edition = edition;
        this.generations = generations;
        this.processors = processors;
        this.equality = equality;
        this.feed = feed;
        this.dataSource = dataSource;
    }

    @Override
    public RebuildReport rebuild() {
        return alone((connection, live) -> {
            var start = System.nanoTime();
            var rebuilt = live.other();
            fill(rebuilt);
            var report = equality.compare(live, rebuilt);
            var switched = switchFrom(live, connection);
            var done = new RebuildReport(
                    equality.cases(rebuilt),
                    report.rows(),
                    report.differences(),
                    (System.nanoTime() - start) / 1e9,
                    switched);
            LOG.info("Rebuilt the read models: {}", done);
            return done;
        });
    }

    @Override
    public EqualityReport compare() {
        return alone((_, live) -> {
            fill(live.other());
            return equality.compare(live, live.other());
        });
    }

    @Override
    public Status status() {
        var current = generations.current();
        return new Status(current.generation().name(), current.since(), processors.isRebuilding(), processors.lag());
    }

    private void fill(Generation generation) throws InterruptedException {
        startOver(generation);
        var target = feed.head();
        var seen = 0L;
        var lastMove = System.nanoTime();
        // The head moves on while the log is read; a second round leaves only what came in the meantime.
        for (var round = 0; round < 2; round++) {
            while (processors.positionHere(generation) < target) {
                Thread.sleep(PAUSE_MILLIS / 10);
                var position = processors.positionHere(generation);
                if (position > seen) {
                    seen = position;
                    lastMove = System.nanoTime();
                } else if (System.nanoTime() - lastMove > STALL.toNanos()) {
                    throw RebuildFailed.halted("the rebuild came to a halt at position " + seen + " of " + target
                            + "; the log of this node says why");
                }
            }
            target = feed.head();
        }
    }

    private void startOver(Generation generation) throws InterruptedException {
        var end = System.nanoTime() + CLAIM_PATIENCE.toNanos();
        while (true) {
            try {
                processors.startOver(generation);
                return;
            } catch (UnableToClaimTokenException claimed) {
                if (System.nanoTime() > end) {
                    throw RebuildFailed.halted(
                            "another node keeps working on the generation to be rebuilt: " + claimed);
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        }
    }

    private boolean switchFrom(Generation live, Connection connection) throws InterruptedException, SQLException {
        for (var attempt = 0; attempt < SWITCH_ATTEMPTS; attempt++) {
            if (Generations.switchFrom(live, edition, connection)) {
                return true;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return false;
    }

    /** Keeps other rebuilds out by a lock that the database drops with the connection, should this node die. */
    private <T> T alone(Work<T> work) {
        try (var connection = dataSource.getConnection()) {
            if (!lock(connection, "select pg_try_advisory_lock(hashtext('consular.read-models.rebuild'))")) {
                throw RebuildFailed.anotherIsUnderWay();
            }
            try {
                return work.on(connection, generations.active());
            } finally {
                processors.rebuildIsOver();
                lock(connection, "select pg_advisory_unlock(hashtext('consular.read-models.rebuild'))");
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw RebuildFailed.halted("the rebuild was interrupted");
        } catch (SQLException failure) {
            throw new DataAccessResourceFailureException(
                    "the connection that holds the rebuild's lock failed", failure);
        }
    }

    private static boolean lock(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var answer = statement.executeQuery(sql)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    private interface Work<T> {
        T on(Connection connection, Generation live) throws InterruptedException, SQLException;
    }
}
