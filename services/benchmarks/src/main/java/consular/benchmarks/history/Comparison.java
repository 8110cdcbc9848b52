package consular.benchmarks.history;

import java.util.Map;
import java.util.TreeMap;

/** Each case as it stands after the replay beside the last snapshot of it. */
final class Comparison {
    private final Map<String, Long> differences = new TreeMap<>();
    private long equal;
    private long decided;
    private long decidedEqual;
    private long equalElsewhere;

    void add(ReplayedCase replayed, Standings standings) {
        var same = standings.equals(Standings.of(replayed.last()));
        if (replayed.decided()) {
            decided++;
        }
        if (same) {
            equal++;
            decidedEqual += replayed.decided() ? 1 : 0;
            equalElsewhere += replayed.elsewhere() ? 1 : 0;
        } else {
            differ(replayed);
        }
    }

    void addUnregistered(ReplayedCase replayed) {
        differ(replayed);
    }

    /** A case that differs in several ways counts under the first. */
    private void differ(ReplayedCase replayed) {
        var category = replayed.differences().isEmpty()
                ? "in another way than the replay knows"
                : replayed.differences().getFirst();
        differences.merge(category, 1L, Long::sum);
    }

    /** Cases whose every person stands in law where the last snapshot has him or her. */
    long equal() {
        return equal;
    }

    /** Cases in which an application came before an officer: those to which anything happened in law. */
    long decided() {
        return decided;
    }

    long decidedEqual() {
        return decidedEqual;
    }

    /** Equal cases that the source shows at another post in the end. */
    long equalElsewhere() {
        return equalElsewhere;
    }

    /** The others by what is different. */
    Map<String, Long> differences() {
        return differences;
    }
}
