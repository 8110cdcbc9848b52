package consular.ledger.postgres;

import consular.ledger.postgres.append.Append;
import consular.ledger.postgres.append.AppendFailure;
import consular.ledger.postgres.append.GroupCommit;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** What becomes of appends: nothing where they are stored. */
final class Outcomes {

    private Outcomes() {}

    static CompletableFuture<Optional<AppendFailure>> submit(GroupCommit commits, Append append) {
        return CompletableFuture.supplyAsync(() -> outcome(commits, append), Thread::startVirtualThread);
    }

    static Optional<AppendFailure> outcome(GroupCommit commits, Append append) {
        try {
            commits.append(append);
            return Optional.empty();
        } catch (AppendFailure failure) {
            return Optional.of(failure);
        }
    }
}
