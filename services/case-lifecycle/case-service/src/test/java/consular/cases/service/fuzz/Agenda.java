package consular.cases.service.fuzz;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What has to be tried, dealt out to stories by their numbers, so that each of them can be told again. */
final class Agenda {
    private final List<Target> targets;
    private final Set<Target> open = ConcurrentHashMap.newKeySet();

    Agenda(List<Target> targets) {
        this.targets = targets;
        open.addAll(targets);
    }

    /** What comes in a place of a story that has so many places; all come round before one comes again. */
    Target at(int story, int place, int places) {
        return targets.get((int) (((long) story * places + place) % targets.size()));
    }

    void done(Target target) {
        open.remove(target);
    }

    /** Which part of everything was tried. */
    double share() {
        return 1 - (double) open.size() / targets.size();
    }

    /** What nobody has tried so far. */
    List<String> open() {
        return open.stream().map(Target::toString).sorted().toList();
    }

    List<Target> targets() {
        return targets;
    }
}
