package consular.cases.domain.reference;

import static consular.cases.domain.reference.ReferencePage.codes;

import consular.cases.domain.CaseDeadlines;
import consular.cases.domain.CaseDecider;
import consular.cases.domain.CaseState;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.Deadline;
import consular.cases.domain.DeadlineKind;
import consular.cases.domain.EventByTime;
import consular.cases.domain.law.Alarms;
import consular.cases.domain.posts.Post;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;

/** The clocks: the rules they rest on, and what is recorded when one passes. */
final class DeadlinesPage {
    private final Map<DeadlineKind, TreeSet<String>> rules = new EnumMap<>(DeadlineKind.class);
    private final Map<DeadlineKind, TreeSet<String>> words = new EnumMap<>(DeadlineKind.class);
    private final Map<DeadlineKind, TreeSet<String>> events = new EnumMap<>(DeadlineKind.class);

    private DeadlinesPage() {
        for (var kind : DeadlineKind.values()) {
            rules.put(kind, new TreeSet<>());
            words.put(kind, new TreeSet<>());
            events.put(kind, new TreeSet<>());
        }
    }

    static ReferencePage of(List<Run> runs, Function<String, Post> posts) {
        var page = new DeadlinesPage();
        runs.forEach(run -> page.observe(run, posts.apply(run.post())));
        return ReferencePage.of("deadlines.md", "Deadlines", """
            Every clock of a case, with the reasons that it gives for itself and the event that the service records
            when it passes. `due` is the last day in time; the service acts on `firesOn`, at the start of that
            post-local day. Two that fire on one day fire in this order.
            """, page.table());
    }

    private String table() {
        var rows = new ArrayList<List<String>>();
        for (var kind : DeadlineKind.values()) {
            rows.add(List.of(
                    ReferencePage.code(kind),
                    codes(kindOf(rules, kind)),
                    String.join("; ", kindOf(words, kind)),
                    codes(kindOf(events, kind))));
        }
        return ReferencePage.table(List.of("kind", "rules", "why", "recorded when it passes"), rows);
    }

    private static TreeSet<String> kindOf(Map<DeadlineKind, TreeSet<String>> seen, DeadlineKind kind) {
        return seen.getOrDefault(kind, new TreeSet<>());
    }

    private void observe(Run run, Post post) {
        var state = CaseDecider.initialState();
        for (var line : run.history()) {
            var before = deadlines(state, post);
            state = CaseDecider.evolve(state, line.event(), line.stamp());
            deadlines(state, post).forEach(this::explain);
            if (line.event() instanceof EventByTime && state instanceof CaseFile file) {
                var at = line.stamp().effectiveAt();
                var after = due(deadlines(file, post), at);
                due(before, at).stream()
                        .findFirst()
                        .filter(fired -> after.stream().noneMatch(it -> isSame(it, fired)))
                        .ifPresent(fired -> kindOf(events, fired.kind())
                                .add(line.event().getClass().getSimpleName()));
            }
        }
    }

    private static boolean isSame(Deadline one, Deadline other) {
        return one.kind() == other.kind()
                && one.subject().equals(other.subject())
                && one.due().equals(other.due());
    }

    private static List<Deadline> deadlines(CaseState state, Post post) {
        return state instanceof CaseFile file
                ? CaseDeadlines.of(file, post.inZone(file.zone()), Alarms.RECOMMENDED)
                : List.of();
    }

    private static List<Deadline> due(List<Deadline> deadlines, Instant now) {
        return deadlines.stream()
                .filter(deadline -> deadline.isDueBy(now))
                .sorted(Comparator.comparing(Deadline::firesAt).thenComparing(Deadline::kind))
                .toList();
    }

    private void explain(Deadline deadline) {
        for (var because : deadline.because()) {
            var rule = because.rule();
            if (rule != null) {
                kindOf(rules, deadline.kind()).add(rule.id());
                kindOf(words, deadline.kind()).add(because.text());
            }
        }
    }
}
