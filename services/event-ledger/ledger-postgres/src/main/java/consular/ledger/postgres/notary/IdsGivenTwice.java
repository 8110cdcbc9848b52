package consular.ledger.postgres.notary;

import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The events that have the id of an earlier one, each counted once, however often a node comes by it. */
final class IdsGivenTwice {

    private static final Logger LOG = LoggerFactory.getLogger(IdsGivenTwice.class);

    private long last = -1;
    private long count;

    /** Tells of an event of the log; they come in its order, and once more when what was about to be signed could not be. */
    synchronized void meet(long logIndex, UUID id) {
        if (logIndex > last) {
            last = logIndex;
            count++;
            LOG.error("Event {} of the log has the id {}, which an earlier event has", logIndex, id);
        }
    }

    synchronized long count() {
        return count;
    }
}
