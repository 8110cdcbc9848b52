package consular.ledger.postgres.notary;

import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Queue;
import java.util.Set;
import java.util.UUID;

/** The ids of the last events, so that one which is given again soon is noticed. Not for several threads at once. */
final class RecentIds {

    private final int capacity;
    private final Set<UUID> ids = new HashSet<>();
    private final Queue<UUID> order = new ArrayDeque<>();

    RecentIds(int capacity) {
        this.capacity = capacity;
    }

    /** Notes an id, and answers whether it is a new one. */
    boolean add(UUID id) {
        if (!ids.add(id)) {
            return false;
        }
        order.add(id);
        if (order.size() > capacity) {
            ids.remove(order.remove());
        }
        return true;
    }
}
