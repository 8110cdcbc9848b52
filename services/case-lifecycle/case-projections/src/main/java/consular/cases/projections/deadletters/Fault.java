package consular.cases.projections.deadletters;

import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.TransactionException;

/** Tells whose fault it is that an event was not taken in. */
public final class Fault {
    private Fault() {}

    /**
     * Whether it may be the event's, so that it is set aside. A database that is away, slow or without a table fails for
     * every event alike: to set them aside one after the other would only empty the log into the queue.
     */
    public static boolean isOfTheEvent(Throwable failure) {
        for (var at = failure; at != null; at = at.getCause()) {
            if (at instanceof TransactionException
                    || (at instanceof DataAccessException && !(at instanceof DataIntegrityViolationException))) {
                return false;
            }
        }
        return true;
    }
}
