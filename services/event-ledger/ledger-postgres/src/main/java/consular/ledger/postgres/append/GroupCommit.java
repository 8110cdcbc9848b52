package consular.ledger.postgres.append;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;

/**
 * Stores appends of many callers together. Two committers write what waits, each in one statement on its own connection; there
 * is no timer, so an append that is alone is written at once. Events are durable when {@link #append} returns.
 *
 * <p>Committers are platform threads: the interrupt of a caller must never close a connection that others' events are on.
 */
public final class GroupCommit {

    /** With one, half of two cores would be idle; a third gained nothing. */
    private static final int COMMITTERS = 2;

    /** A statement costs much the same whether it stores one append or five, so fewer are better off in the next one. */
    private static final int ENOUGH_FOR_ANOTHER = 5;

    private final AppendQueue queue;
    private final DataSource dataSource;
    private final Duration patience;
    private final Runnable onStored;
    private final List<AtWork> committers = new ArrayList<>();

    /**
     * Not started yet.
     *
     * @param capacity how many appends may wait
     * @param patience how long one may wait
     * @param onStored told whenever events were stored; must be quick
     */
    public GroupCommit(DataSource dataSource, int capacity, Duration patience, Runnable onStored) {
        this.queue = new AppendQueue(capacity, ENOUGH_FOR_ANOTHER);
        this.dataSource = dataSource;
        this.patience = patience;
        this.onStored = onStored;
    }

    /** Starts the committers, also after they were stopped. */
    public synchronized void start() {
        queue.open();
        for (var number = 1; number <= COMMITTERS; number++) {
            var committer = new Committer(queue, dataSource, onStored);
            var thread = Thread.ofPlatform()
                    .daemon()
                    .name("ledger-committer-" + number)
                    .start(committer);
            committers.add(new AtWork(committer, thread));
        }
    }

    /**
     * Writes what waits, and takes no more until it is started again. A committer that is not done in time, or when this thread is
     * interrupted, ends after its batch, also if others are started meanwhile; whoever stops them again waits for it too.
     */
    public synchronized void stop() {
        queue.close();
        try {
            for (var committer : committers) {
                committer.thread.join(WaitingAppend.GRACE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        committers.removeIf(each -> !each.thread.isAlive());
        committers.forEach(late -> late.committer.dismiss());
    }

    /** How many appends wait for a committer. */
    public int waiting() {
        return queue.size();
    }

    /**
     * Stores an append, and returns once it is durable.
     *
     * @return where it is stored
     * @throws AppendFailure if it is not stored, or nobody can tell
     */
    public Stored append(Append append) {
        var waiting = new WaitingAppend(append, System.nanoTime() + patience.toNanos());
        if (!queue.offer(waiting)) {
            throw new AppendFailure.NotSent("too many appends wait, or the log is shut down; try again");
        }
        try {
            return waiting.outcome().get(waiting.nanosLeft(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException _) {
            return awaitAnswer(waiting);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw queue.withdraw(waiting)
                    ? new AppendFailure.NotSent("interrupted before the append had its turn")
                    : new AppendFailure.OutcomeUnknown(interrupted);
        } catch (ExecutionException failed) {
            throw failure(failed);
        }
    }

    private Stored awaitAnswer(WaitingAppend waiting) {
        if (queue.withdraw(waiting)) {
            throw new AppendFailure.NotSent("the append waited too long for its turn; try again");
        }
        try {
            return waiting.outcome()
                    .orTimeout(WaitingAppend.GRACE.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        } catch (CompletionException | CancellationException failed) {
            throw failure(failed);
        }
    }

    private record AtWork(Committer committer, Thread thread) {}

    private static AppendFailure failure(Exception failed) {
        return failed.getCause() instanceof AppendFailure failure ? failure : new AppendFailure.OutcomeUnknown(failed);
    }
}
