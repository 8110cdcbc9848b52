package consular.benchmarks.history;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Which status the principal applicant had in each snapshot. The file counts persons and names none, and only the
 * principal differs in law: nobody else gets a visa before. So this takes the reading of the whole history that
 * leaves the least unexplained (the shortest path through the snapshots).
 */
final class PrincipalPath {
    private PrincipalPath() {}

    private record Step(int cost, Status before) {}

    /** One status for each snapshot; the counts include the absent, so each has everyone. */
    static List<Status> of(List<Counts> snapshots) {
        var steps = new ArrayList<Map<Status, Step>>();
        for (var i = 0; i < snapshots.size(); i++) {
            var counts = snapshots.get(i);
            var step = new EnumMap<Status, Step>(Status.class);
            for (var status : Status.ALL) {
                if (counts.of(status) > 0) {
                    step.put(
                            status,
                            i == 0
                                    ? new Step(first(status, counts), status)
                                    : cheapest(steps.get(i - 1), snapshots.get(i - 1), status, counts));
                }
            }
            steps.add(step);
        }
        return backwards(steps);
    }

    private static int first(Status principal, Counts counts) {
        var cost = principal == Status.ABSENT ? Change.UNEXPLAINED : 0;
        return cost + unled(principal, counts.of(Status.ISSUED));
    }

    private static Step cheapest(Map<Status, Step> before, Counts countsBefore, Status principal, Counts counts) {
        var best = new Step(Integer.MAX_VALUE, principal);
        for (var candidate : before.entrySet()) {
            var from = candidate.getKey();
            var newlyIssued = Math.max(0, counts.of(Status.ISSUED) - countsBefore.of(Status.ISSUED));
            var cost = candidate.getValue().cost()
                    + Change.cost(from, principal)
                    + Change.cost(countsBefore.plus(from, -1), counts.plus(principal, -1))
                    + unled(principal, newlyIssued);
            if (cost < best.cost()) {
                best = new Step(cost, from);
            }
        }
        return best;
    }

    /** What it costs that others get visas while the principal has none. */
    private static int unled(Status principal, int issued) {
        return principal == Status.ISSUED ? 0 : issued * Change.UNEXPLAINED;
    }

    private static List<Status> backwards(List<Map<Status, Step>> steps) {
        var path = new ArrayList<Status>();
        var at = Status.ABSENT;
        var cheapest = Integer.MAX_VALUE;
        for (var end : steps.getLast().entrySet()) {
            if (end.getValue().cost() < cheapest) {
                cheapest = end.getValue().cost();
                at = end.getKey();
            }
        }
        for (var step : steps.reversed()) {
            path.add(at);
            var taken = step.get(at);
            if (taken == null) {
                throw new IllegalStateException("a path leads through statuses that occur");
            }
            at = taken.before();
        }
        return List.copyOf(path.reversed());
    }
}
