package consular.ledger.core.casefile;

import consular.ledger.core.content.Content;
import consular.ledger.core.hash.Hash;
import java.util.List;

/**
 * One event of a case file.
 *
 * @param logIndex where in the log its entry stands, from 0
 * @param entry the canonical entry, verbatim
 * @param content what the entry commits to
 * @param path from the entry's leaf to the root of the checkpoint
 */
public record CaseEvent(long logIndex, String entry, Content content, List<Hash> path) {

    public CaseEvent {
        path = List.copyOf(path);
        if (logIndex < 0) {
            throw new IllegalArgumentException("no entry has the index " + logIndex);
        }
    }
}
