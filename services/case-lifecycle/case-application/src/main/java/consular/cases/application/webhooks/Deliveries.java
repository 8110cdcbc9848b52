package consular.cases.application.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where the delivery of each subscription stands, for all nodes. Methods throw when the database cannot answer. */
public interface Deliveries {
    /** Takes every active subscription that no other node delivers, and renews what this one has. */
    List<Lease> lease(UUID node, Duration length);

    /** Lets another node go on at once. Nothing is under way here any more. */
    void release(UUID node);

    /** Where a subscription stands; empty if the lease is none any more. */
    Optional<Standing> standing(Lease lease);

    /** Which of these cases are held, dead or not. */
    Set<UUID> heldAmong(Lease lease, Collection<UUID> subjects);

    /** The cases that are to be tried again by then, those that wait longest first. */
    List<HeldCase> due(Lease lease, Instant at, int limit);

    /** The case whose last attempt is longest ago. */
    Optional<HeldCase> leastRecentlyTried(Lease lease);

    /** Records what came of a round as a whole; false, and nothing is, if the lease is none any more. */
    boolean commit(Lease lease, Outcome outcome);
}
