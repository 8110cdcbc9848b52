package consular.cases.projections;

import consular.cases.application.PlainCause;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The rows follow from the log and from what makes an {@link Edition}. If the one that this node starts with is not the one
 * that the read models were built with, it builds them anew. A node that has been running with others by then leaves a mark, for it
 * goes on storing what follows from its own: whoever starts next builds them once more.
 */
final class ReferenceDataWatch implements SmartLifecycle {
    static final String MIXED = "mixed";

    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(ReferenceDataWatch.class);

    private final Generations generations;
    private final ReadModelOperations operations;
    private final String edition;
    private @Nullable Thread looking;
    private boolean announced;
    private boolean settled;

    ReferenceDataWatch(Generations generations, ReadModelOperations operations, String edition) {
        this.generations = generations;
        this.operations = operations;
        this.edition = edition;
    }

    @Override
    public synchronized void start() {
        announced = false;
        settled = false;
        looking =
                Thread.ofPlatform().daemon().name("read-models-reference-data").start(this::keepLooking);
    }

    /** May be started again afterwards. */
    @Override
    public synchronized void stop() {
        var thread = looking;
        looking = null;
        if (thread != null) {
            thread.interrupt();
            try {
                // A rebuild that is given up lets go of its lock first.
                if (!thread.join(LAST_WORDS)) {
                    LOG.warn("A rebuild does not end; its lock goes with the connection");
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return looking != null;
    }

    private void keepLooking() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                lookSafely();
                Thread.sleep(LOOK_EVERY);
            }
        } catch (InterruptedException _) {
            // That is how it is told to stop.
            Thread.currentThread().interrupt();
        }
    }

    /** Only ever called by that thread. */
    private void look() {
        var built = generations.edition();
        if (built == null) {
            settled = generations.replaceEdition(null, edition);
        } else if (built.equals(edition)) {
            settled = true;
        } else if (!settled) {
            rebuild();
        } else if (!built.equals(MIXED) && generations.replaceEdition(built, MIXED)) {
            LOG.warn("Another node has built the read models with other calendars, alarms or tables than this one has"
                    + " been started with; restart this one with the same");
        }
    }

    private void rebuild() {
        if (!announced) {
            announced = true;
            LOG.info("The calendars, alarms or tables are not those that the read models were built with; building them"
                    + " anew");
        }
        try {
            // Settled by its own word, not by what the next look finds: two nodes would undo each other's for ever.
            settled = operations.rebuild().switched();
        } catch (RebuildFailed failure) {
            // Whoever else is at it may do it with the same calendars; the next look tells.
            if (!failure.isAnotherUnderWay()) {
                throw failure;
            }
        }
    }

    private void lookSafely() {
        try {
            look();
        } catch (RuntimeException | Error failure) {
            // this thread looks again, and nobody else does
            LOG.warn(
                    "Could not see to it that the read models follow from the calendars", PlainCause.wordless(failure));
        }
    }
}
