package consular.ledger.verifier;

import consular.ledger.core.verification.EntryBatch;
import consular.ledger.core.verification.Finding;
import consular.ledger.core.verification.LogVerifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Future;

/** The caller's thread reads, and judges in order; between the two, workers examine. Only so many batches are under way at once. */
final class EntryPipeline {

    private final EntryFeed feed;
    private final LogVerifier verifier;
    private final Workers workers;

    private final Deque<Future<EntryBatch>> underWay = new ArrayDeque<>();
    private final Deque<EntryBatch> free = new ArrayDeque<>();

    EntryPipeline(EntryFeed feed, LogVerifier verifier, Workers workers) {
        this.feed = feed;
        this.verifier = verifier;
        this.workers = workers;
        for (var count = workers.count() == 1 ? 1 : 3 * workers.count(); count > 0; count--) {
            free.add(new EntryBatch());
        }
    }

    /** Runs to the end, or to the first thing that is wrong; answers what stopped the reading if the verifier was content so far. */
    Optional<Finding> run() throws BrokenEvidence {
        while (true) {
            while (!feed.hasEnded() && !free.isEmpty()) {
                examine(free.remove());
            }
            if (underWay.isEmpty()) {
                return feed.obstacle();
            }
            var batch = Workers.result(underWay.remove());
            if (!verifier.accept(batch)) {
                return Optional.empty();
            }
            batch.clear();
            free.add(batch);
        }
    }

    private void examine(EntryBatch batch) {
        feed.fill(batch);
        underWay.add(workers.start(() -> {
            batch.examine();
            return batch;
        }));
    }
}
