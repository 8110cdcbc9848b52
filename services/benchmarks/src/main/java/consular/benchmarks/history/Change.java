package consular.benchmarks.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Some persons of a case passing from one status to another.
 *
 * @param persons how many
 */
record Change(Status from, Status to, int persons) {
    /** What a change costs that no act of law explains: more than any number of acts that one does. */
    static final int UNEXPLAINED = 1000;

    private static final int LOST = UNEXPLAINED / 2;

    private static final List<Change> CHEAPEST_FIRST = cheapestFirst();

    /**
     * How much a person's change from one status to another asks of the reader: nothing for staying, little for files
     * on their way, more for an act of law, far more for what the law does not know.
     */
    static int cost(Status from, Status to) {
        if (from == to) {
            return 0;
        }
        var before = from.standing();
        var after = to.standing();
        if (to == Status.ABSENT) {
            return before == Standing.NOT_EXECUTED ? LOST : LOST + UNEXPLAINED;
        }
        if (after == Standing.NOT_EXECUTED) {
            return before == Standing.NOT_EXECUTED ? 1 : UNEXPLAINED;
        }
        if (before == Standing.ISSUED) {
            return UNEXPLAINED;
        }
        return from == Status.ABSENT || before == Standing.INELIGIBLE ? 3 : 2;
    }

    /**
     * How persons that can't be told apart passed from one snapshot to the next: who can stay where he or she was
     * stays, the rest go the cheapest way.
     */
    static List<Change> between(Counts before, Counts after) {
        var changes = new ArrayList<Change>();
        var leaving = before;
        var arriving = after;
        for (var status : Status.ALL) {
            var staying = Math.min(before.of(status), after.of(status));
            leaving = leaving.plus(status, -staying);
            arriving = arriving.plus(status, -staying);
        }
        for (var way : CHEAPEST_FIRST) {
            if (leaving.equals(Counts.NONE)) {
                break;
            }
            var moving = Math.min(leaving.of(way.from), arriving.of(way.to));
            if (moving > 0) {
                changes.add(new Change(way.from, way.to, moving));
                leaving = leaving.plus(way.from, -moving);
                arriving = arriving.plus(way.to, -moving);
            }
        }
        return changes;
    }

    static int cost(Counts before, Counts after) {
        return between(before, after).stream()
                .mapToInt(change -> change.persons * cost(change.from, change.to))
                .sum();
    }

    private static List<Change> cheapestFirst() {
        var ways = new ArrayList<Change>();
        for (var from : Status.ALL) {
            for (var to : Status.ALL) {
                if (from != to) {
                    ways.add(new Change(from, to, 0));
                }
            }
        }
        ways.sort(Comparator.comparingInt(way -> cost(way.from, way.to)));
        return List.copyOf(ways);
    }
}
