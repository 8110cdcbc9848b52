package consular.cases.application;

import consular.cases.domain.people.CaseId;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessResourceFailureException;

/**
 * One command on a case at a time on this node; the others wait here, before they have decided anything. Axon would let them wait
 * inside their units of work. Nobody waits for ever: behind a database that is slow, the line would only grow.
 */
final class CaseTurns {

    private static final int TURNS = 1024;

    private final Duration patience;
    private final ReentrantLock[] turns =
            Stream.generate(ReentrantLock::new).limit(TURNS).toArray(ReentrantLock[]::new);

    CaseTurns(Duration patience) {
        this.patience = patience;
    }

    /**
     * Does something when it is the case's turn.
     *
     * @throws DataAccessResourceFailureException if that takes too long; nothing was done then
     */
    <A> A take(CaseId caseId, Supplier<A> what) {
        var turn = turns[Math.floorMod(caseId.hashCode(), turns.length)];
        await(turn);
        try {
            return what.get();
        } finally {
            turn.unlock();
        }
    }

    private void await(ReentrantLock turn) {
        try {
            if (!turn.tryLock(patience.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new DataAccessResourceFailureException("the commands before it take too long; try again");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new DataAccessResourceFailureException("interrupted before it had its turn", interrupted);
        }
    }
}
