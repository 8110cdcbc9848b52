package consular.cases.application.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Where deliveries stand, asked for by a few at a time. Leases never wait behind them, or they would end. */
record PlacedDeliveries(Deliveries all, ConnectionShare share) implements Deliveries {
    @Override
    public List<Lease> lease(UUID node, Duration length) {
        return all.lease(node, length);
    }

    @Override
    public void release(UUID node) {
        all.release(node);
    }

    @Override
    public Optional<Standing> standing(Lease lease) {
        return share.take(() -> all.standing(lease));
    }

    @Override
    public Set<UUID> heldAmong(Lease lease, Collection<UUID> subjects) {
        return share.take(() -> all.heldAmong(lease, subjects));
    }

    @Override
    public List<HeldCase> due(Lease lease, Instant at, int limit) {
        return share.take(() -> all.due(lease, at, limit));
    }

    @Override
    public Optional<HeldCase> leastRecentlyTried(Lease lease) {
        return share.take(() -> all.leastRecentlyTried(lease));
    }

    @Override
    public boolean commit(Lease lease, Outcome outcome) {
        return share.take(() -> all.commit(lease, outcome));
    }
}
