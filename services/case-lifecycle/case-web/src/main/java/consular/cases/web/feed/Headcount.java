package consular.cases.web.feed;

import java.util.concurrent.ConcurrentHashMap;

/** How often each person is there, and no more often than one may be. Whoever is not there is not remembered. */
final class Headcount {
    private final int most;
    private final ConcurrentHashMap<String, Integer> there = new ConcurrentHashMap<>();

    Headcount(int most) {
        this.most = most;
    }

    /** Whether the person is let in once more. */
    boolean enter(String person) {
        if (there.merge(person, 1, Integer::sum) <= most) {
            return true;
        }
        leave(person);
        return false;
    }

    /** The person is there once less. */
    void leave(String person) {
        there.computeIfPresent(person, (_, times) -> times > 1 ? times - 1 : null);
    }
}
