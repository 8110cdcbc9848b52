package consular.cases.domain;

import consular.cases.domain.registration.TerminationKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A clock of a case that differs between two ways of deciding it.
 *
 * @param from the clock as decided one way; null where there is none then
 * @param to the clock as decided the other way; null where there is none then
 * @param why the rules that one of the two rests on and the other does not; where both rest on the same, all of them
 */
public record MovedDeadline(
        DeadlineKind kind,
        String subject,
        @Nullable Deadline from,
        @Nullable Deadline to,
        List<Deadline.Because> why) {
    public MovedDeadline {
        why = List.copyOf(why);
    }

    private record Clock(
            DeadlineKind kind, String subject, @Nullable TerminationKind warnsOf) {}

    /** Every clock whose days or state differ, in the order of the first way and then of the second. */
    public static List<MovedDeadline> between(List<Deadline> from, List<Deadline> to) {
        var before = byClock(from);
        var after = byClock(to);
        var clocks = new LinkedHashSet<>(before.keySet());
        clocks.addAll(after.keySet());
        var moved = new ArrayList<MovedDeadline>();
        for (var clock : clocks) {
            var one = before.getOrDefault(clock, List.of());
            var other = after.getOrDefault(clock, List.of());
            for (var i = 0; i < Math.max(one.size(), other.size()); i++) {
                add(clock, i < one.size() ? one.get(i) : null, i < other.size() ? other.get(i) : null, moved);
            }
        }
        return moved;
    }

    /** Several warnings may be before one termination; they stay in their order. */
    private static Map<Clock, List<Deadline>> byClock(List<Deadline> deadlines) {
        var clocks = new LinkedHashMap<Clock, List<Deadline>>();
        for (var deadline : deadlines) {
            clocks.computeIfAbsent(
                            new Clock(deadline.kind(), deadline.subject(), deadline.warnsOf()), _ -> new ArrayList<>())
                    .add(deadline);
        }
        return clocks;
    }

    private static void add(Clock clock, @Nullable Deadline from, @Nullable Deadline to, List<MovedDeadline> moved) {
        if (from == null || to == null || !isSame(from, to)) {
            moved.add(new MovedDeadline(clock.kind(), clock.subject(), from, to, why(rules(from), rules(to))));
        }
    }

    private static boolean isSame(Deadline one, Deadline other) {
        return one.due().equals(other.due()) && one.firesOn().equals(other.firesOn()) && one.state() == other.state();
    }

    /** Events are left out, for the two ways have not the same. */
    private static Set<Deadline.Because> rules(@Nullable Deadline deadline) {
        var rules = new LinkedHashSet<Deadline.Because>();
        if (deadline != null) {
            deadline.because().stream().filter(it -> it.rule() != null).forEach(rules::add);
        }
        return rules;
    }

    private static List<Deadline.Because> why(Set<Deadline.Because> from, Set<Deadline.Because> to) {
        var differing = new LinkedHashSet<Deadline.Because>();
        to.stream().filter(it -> !from.contains(it)).forEach(differing::add);
        from.stream().filter(it -> !to.contains(it)).forEach(differing::add);
        return List.copyOf(differing.isEmpty() ? to : differing);
    }
}
