package consular.cases.application.publishing;

import java.util.List;

/**
 * The log in the form in which it is published: every event, without what an erasure can reach. Applicants are not named, and what
 * anybody wrote in words of their own is withheld. Officers are there by their ids, and cases, receipts and the like by their numbers.
 */
public interface PublishedLog {
    /**
     * The first events behind a position, in order, none left out: so many as are published at once, or fewer.
     *
     * @param limit how many at the most
     */
    List<PublishedEvent> after(long position, int limit);
}
