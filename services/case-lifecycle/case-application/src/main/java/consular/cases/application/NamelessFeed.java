package consular.cases.application;

import java.util.List;

/**
 * Reads the whole log in order for those who are not to be told of applicants what an erasure can reach. Officers are named by their
 * ids, and references such as the numbers of cases and receipts stand there too.
 */
public interface NamelessFeed {
    /**
     * At most {@code limit} events after a position, in order; none is ever skipped. Of what is kept under the key of a person a text says
     * that it is withheld, and what cannot be a text is null, whether it was erased or not.
     */
    List<? extends LogLine> after(long position, int limit);
}
