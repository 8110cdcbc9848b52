package consular.ledger.postgres.append;

import consular.ledger.postgres.session.LedgerSession;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one batch after the other on a connection of its own. Whoever stands in the way of a batch fails alone. When the
 * connection breaks, the batch is written again on a new one: its events have the same identifiers, so the log tells whether
 * the first try had got through.
 */
final class Committer implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(Committer.class);
    private static final Duration SILENCE = Duration.ofSeconds(10);
    private static final long FIRST_PAUSE_MILLIS = 10;
    private static final long LONGEST_PAUSE_MILLIS = 500;

    /** A race is lost to one who has committed, whom the next try sees; so often in a row it is no race. */
    private static final int MOST_RACES = 5;

    private static final String WHERE_STORED =
            "select batch, place from event where stream_id = ? and sequence = ? and event_id = ?";

    /** On all nodes alike, so that two that write to the same streams do not wait for one another in a circle. */
    private static final Comparator<WaitingAppend> BY_STREAM = Comparator.comparing(
            append -> append.append().events().getFirst().stream().id());

    private static final String CANNOT_CONNECT = "08001";

    private final AppendQueue queue;
    private final DataSource dataSource;
    private final Runnable onStored;
    private volatile boolean dismissed;
    private @Nullable Connection connection;

    Committer(AppendQueue queue, DataSource dataSource, Runnable onStored) {
        this.queue = queue;
        this.dataSource = dataSource;
        this.onStored = onStored;
    }

    @Override
    public void run() {
        try {
            for (var batch = queue.take(); !batch.isEmpty(); batch = next(batch)) {
                try {
                    write(batch);
                } catch (InterruptedException stopping) {
                    queue.release(batch);
                    throw stopping;
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            giveBack();
        }
    }

    /** After the batch at hand it takes no other, even if something waits: others have come in its place, or will. */
    void dismiss() {
        dismissed = true;
    }

    private List<WaitingAppend> next(List<WaitingAppend> over) throws InterruptedException {
        if (dismissed) {
            queue.release(over);
            return List.of();
        }
        return queue.takeAfter(over);
    }

    /** Whatever goes wrong, each append of the batch has an outcome afterwards: someone waits for it. */
    private void write(List<WaitingAppend> batch) throws InterruptedException {
        try {
            writeUntilAnswered(
                    batch.stream().filter(Committer::isInTime).sorted(BY_STREAM).toList());
        } catch (RuntimeException | Error failure) {
            // without this thread nothing would be stored any more
            LOG.error("A batch of {} appends broke off; going on with the next", batch.size(), failure);
            giveUp();
            batch.forEach(append -> append.failed(new AppendFailure.OutcomeUnknown(failure)));
        }
    }

    private static boolean isInTime(WaitingAppend append) {
        var late = append.isLate();
        if (late) {
            append.failed(new AppendFailure.NotSent("the append waited too long for its turn; try again"));
        }
        return !late;
    }

    private void writeUntilAnswered(List<WaitingAppend> batch) throws InterruptedException {
        var left = batch;
        var pause = FIRST_PAUSE_MILLIS;
        while (!left.isEmpty()) {
            var sent = false;
            try {
                var to = connect();
                sent = true;
                write(to, left, 0);
                return;
            } catch (SQLException away) {
                LOG.warn("The database did not answer an append (SQLSTATE {}); trying again", away.getSQLState());
                giveUp();
                if (sent) {
                    left.forEach(WaitingAppend::sentWithoutAnswer);
                }
                left = left.stream()
                        .filter(append -> isWorthAnotherTry(append, away))
                        .toList();
                Thread.sleep(pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
            }
        }
    }

    private static boolean isWorthAnotherTry(WaitingAppend append, SQLException away) {
        if (append.outcome().isDone()) {
            return false;
        }
        if (append.wasSentBefore()) {
            // its caller waits a while longer, since only another try can tell whether it is stored
            if (append.isGivenUp()) {
                append.failed(new AppendFailure.OutcomeUnknown(away));
            }
        } else if (append.isLate()) {
            append.failed(new AppendFailure.NotSent("the database cannot be reached; try again"));
        }
        return !append.outcome().isDone();
    }

    /** Throws only what means that the connection is lost. */
    private void write(Connection to, List<WaitingAppend> batch, int races) throws SQLException {
        try {
            var outcome = AppendStatement.execute(
                    to, batch.stream().map(WaitingAppend::append).toList());
            settle(to, batch, outcome);
        } catch (UnsendableAppend unsendable) {
            apart(to, batch, unsendable);
        } catch (SQLException failure) {
            if (to.isClosed() || DatabaseFailures.isLost(failure)) {
                throw failure;
            }
            if (DatabaseFailures.isPassing(failure)) {
                batch.forEach(append -> notNow(append, failure));
                // the next one may go to a server that can
                giveUp();
            } else if (DatabaseFailures.isRace(failure) && races < (batch.size() == 1 ? MOST_RACES : 1)) {
                write(to, batch, races + 1);
            } else if (DatabaseFailures.isRace(failure) && batch.size() == 1) {
                notNow(batch.getFirst(), failure);
            } else {
                apart(to, batch, failure);
            }
        }
    }

    /** Something is wrong with one of them, which is to fail alone. */
    private void apart(Connection to, List<WaitingAppend> batch, Exception failure) throws SQLException {
        if (batch.size() == 1) {
            broken(batch.getFirst(), failure);
        } else {
            var middle = batch.size() / 2;
            write(to, batch.subList(0, middle), 0);
            write(to, batch.subList(middle, batch.size()), 0);
        }
    }

    /** What the second try says of it is nothing that the first one, which got no answer, has met. */
    private static void broken(WaitingAppend append, Exception failure) {
        append.failed(
                append.wasSentBefore() ? new AppendFailure.OutcomeUnknown(failure) : new AppendFailure.Broken(failure));
    }

    /** It has nothing to do with what was sent, so the halves of the batch would fare no better. */
    private static void notNow(WaitingAppend append, SQLException failure) {
        append.failed(
                append.wasSentBefore()
                        ? new AppendFailure.OutcomeUnknown(failure)
                        : new AppendFailure.NotSent(
                                "the database can store nothing at the moment (SQLSTATE %s); try again"
                                        .formatted(failure.getSQLState()),
                                failure));
    }

    /** Places count what is stored, in the order of the list. */
    private void settle(Connection to, List<WaitingAppend> batch, AppendStatement.Outcome outcome) throws SQLException {
        if (outcome.refusals().size() < batch.size()) {
            onStored.run();
        }
        var place = 0;
        for (var each = 0; each < batch.size(); each++) {
            var append = batch.get(each);
            var refusal = outcome.refusals().get(each);
            if (refusal == null) {
                append.stored(new Stored(outcome.batch(), place));
                place += append.append().events().size();
            } else {
                refuse(to, append, refusal);
            }
        }
    }

    private static void refuse(Connection to, WaitingAppend append, Refusal refusal) throws SQLException {
        var before = append.wasSentBefore() ? whereStored(to, append.append()) : null;
        if (before == null) {
            append.failed(new AppendFailure.Refused(refusal));
        } else {
            append.stored(before);
        }
    }

    private static @Nullable Stored whereStored(Connection to, Append append) throws SQLException {
        var first = append.events().getFirst();
        try (var statement = to.prepareStatement(WHERE_STORED)) {
            statement.setObject(1, first.stream().id());
            statement.setLong(2, first.sequence());
            statement.setObject(3, first.eventId());
            try (var row = statement.executeQuery()) {
                return row.next() ? new Stored(row.getLong("batch"), row.getInt("place")) : null;
            }
        }
    }

    private Connection connect() throws SQLException {
        var open = connection;
        if (open == null || open.isClosed()) {
            open = freshConnection();
            connection = open;
            LedgerSession.begin(open, SILENCE);
        }
        return open;
    }

    /** A pool may refuse its first connection with an exception of its own. */
    private Connection freshConnection() throws SQLException {
        try {
            return dataSource.getConnection();
        } catch (RuntimeException refused) {
            throw new SQLException("no connection to the database", CANNOT_CONNECT, refused);
        }
    }

    /** Nobody else is to get it from the pool, with the settings that it has. */
    private void giveUp() {
        var broken = connection;
        connection = null;
        if (broken != null) {
            try (broken) {
                broken.abort(Runnable::run);
            } catch (SQLException failure) {
                LOG.debug("A broken connection could not be closed", failure);
            }
        }
    }

    private void giveBack() {
        var open = connection;
        connection = null;
        if (open != null) {
            try (open) {
                LedgerSession.end(open);
            } catch (SQLException failure) {
                LOG.debug("A connection could not be given back", failure);
            }
        }
    }
}
