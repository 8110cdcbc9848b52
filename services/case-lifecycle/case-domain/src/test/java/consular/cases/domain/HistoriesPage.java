package consular.cases.domain;

import consular.cases.domain.law.Rule;
import consular.cases.domain.reference.ReferencePage;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@link HistoriesTest} goes through, and what it looks at. */
final class HistoriesPage {
    private HistoriesPage() {}

    static ReferencePage page() {
        return ReferencePage.of(
                "histories.md",
                "Exhaustive histories",
                """
                `HistoriesTest` goes through every sequence of %d steps of some small cases: whatever officers, supervisors and
                time may do, in whatever order. A step is a command, which the case may reject, or days that pass. Histories that
                come to the same case on the same day go on together, so each case is looked at once.

                Every history is gone through twice more: with a service that acts on each deadline the moment that it fires,
                and with one that never comes. Whatever anybody does, on the day on which it is entered, comes to the same; but evidence
                after the year is taken while the service has not come, and ends nothing less. Entries for an earlier day
                are not among the steps: over a termination they are turned down, and before it they are not.
                """.formatted(Histories.LENGTH),
                families() + "\n" + invariants() + "\n" + clocks());
    }

    private static String families() {
        var rows = Arrays.stream(HistoryFamily.values())
                .map(it -> List.of(
                        ReferencePage.code(it),
                        it.about(),
                        String.valueOf(it.steps().size()),
                        number(Histories.number(it.steps()))))
                .toList();
        var all = Arrays.stream(HistoryFamily.values())
                .mapToLong(it -> Histories.number(it.steps()))
                .sum();
        return ReferencePage.table(List.of("family", "about", "steps", "histories"), rows) + "\nTogether " + number(all)
                + " histories.\n";
    }

    private static String invariants() {
        return "## What holds of every case\n\n"
                + list(Stream.concat(
                        HistoryInvariants.CASES.stream().map(HistoryInvariants.OfEveryCase::words),
                        Stream.of(HistoryInvariants.NEXT_STEPS)))
                + "\n## What holds of every decision on the way\n\n"
                + list(HistoryInvariants.DECISIONS.stream().map(HistoryInvariants.OfEveryDecision::words));
    }

    private static String list(Stream<String> sentences) {
        return sentences.map(it -> "- " + it + "\n").collect(Collectors.joining());
    }

    private static String clocks() {
        var rows = ClocksMoved.events()
                .flatMap(event -> ClocksMoved.clocks(event).entrySet().stream().map(it -> row(event, it)))
                .toList();
        return """
            ## What may move a clock

            To move a clock is to start it, stop it, let it wait or go on, meet it, pass it, or set it to another day. One of
            the rules has to be cited, by the event or by the clock as it was or will be. What is not here moves no clock, in these
                histories and in the golden scenarios; but
            a clock that was past already when it was entered late goes on with the next act of anybody.

            """ + ReferencePage.table(List.of("event", "clock", "by one of"), rows);
    }

    private static List<String> row(Class<? extends CaseEvent> event, Map.Entry<DeadlineKind, Set<Rule>> clock) {
        return List.of(
                ReferencePage.code(event.getSimpleName()),
                ReferencePage.code(clock.getKey()),
                ReferencePage.codes(
                        clock.getValue().stream().map(Rule::id).sorted().toList()));
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
