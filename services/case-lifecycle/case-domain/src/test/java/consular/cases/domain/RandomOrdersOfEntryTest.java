package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.Policy;
import consular.cases.domain.law.RegistrationClocks;
import consular.cases.domain.law.RegistrationClocks.Retrogression;
import consular.cases.domain.registration.Availability;
import consular.cases.domain.registration.YearToApply;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Records drawn by lot, always the same ones, and entered in their turn, in another order, and some of it twice. */
class RandomOrdersOfEntryTest {
    private static final LocalDate FIRST = LocalDate.parse("2024-07-01");

    private static final int NOTIFIED = 1;
    private static final int MISSED = 2;
    private static final int FOLLOWED_UP = 4;
    private static final int ANSWERED = 5;
    private static final Comparator<Entry> IN_TURN = Comparator.comparing(Entry::on);

    private record Entry(LocalDate on, int turn, CaseCommand command) {}

    @ParameterizedTest
    @EnumSource
    void r_trm_06_every_order_of_entry_comes_to_the_same_year_also_where_some_is_entered_twice(Retrogression by) {
        var policy = Policy.RECOMMENDED.with(new RegistrationClocks(by, false));
        var lot = new Random(16);
        for (var count = 0; count < 1000; count++) {
            var record = record(lot);
            var inTurn = entered(policy, record);
            var twice = new ArrayList<>(record);
            twice.add(twice.get(lot.nextInt(twice.size())));
            Collections.shuffle(twice, lot);
            var outOfTurn = entered(policy, admissible(twice, lot));
            assertThat(told(outOfTurn)).as("%s entered as %s", record, twice).isEqualTo(told(inTurn));
            var stood = year(outOfTurn);
            twice.stream()
                    .filter(it -> it.turn() != MISSED || it.on().equals(stood.clockFrom()))
                    .forEach(entry -> outOfTurn.given("intake", entry.command()));
            assertThat(year(outOfTurn)).as("%s again", twice).isEqualTo(stood);
        }
    }

    /** The first notice, and up to five more facts, each of another day or kind. */
    private static List<Entry> record(Random lot) {
        var record = new ArrayList<Entry>();
        record.add(new Entry(FIRST, NOTIFIED, notifyAvailability(FIRST.toString())));
        while (record.size() < 6) {
            var on = FIRST.plusDays(lot.nextInt(450));
            var turn = lot.nextInt(6);
            // retrogression and its end on one day depend on which was entered first
            if (record.stream().noneMatch(it -> it.on().equals(on))) {
                record.add(new Entry(on, turn, command(turn, on.toString())));
            }
        }
        record.sort(IN_TURN);
        var answerable = record.stream()
                .filter(it -> it.turn() == FOLLOWED_UP)
                .map(Entry::on)
                .findFirst()
                .orElse(LocalDate.MAX);
        record.removeIf(it -> it.turn() == ANSWERED && it.on().isBefore(answerable));
        return record;
    }

    private static CaseCommand command(int turn, String on) {
        return switch (turn) {
            case 0 -> restore(on);
            case NOTIFIED -> notifyAvailability(on);
            case MISSED -> missedInterview(on);
            case FOLLOWED_UP -> followUpPackage(on);
            case ANSWERED -> answer(on);
            default -> retrogress(on);
        };
    }

    /**
     * An interview is missed after the first notice, and turned down once a notice or a package of after it is known; an
     * answer is turned down while no package of before it is.
     */
    private static List<Entry> admissible(List<Entry> order, Random lot) {
        var first = new Entry(FIRST, NOTIFIED, notifyAvailability(FIRST.toString()));
        var next = new ArrayList<>(List.of(first));
        var together = lot.nextBoolean();
        var begin = order.stream()
                .filter(it -> isBeginning(it, together))
                .sorted(IN_TURN)
                .iterator();
        order.forEach(it -> next.add(isBeginning(it, together) ? begin.next() : it));
        if (!together) {
            next.sort(Comparator.comparing(it -> it.equals(first) ? 0 : it.turn() == MISSED ? 1 : 2));
        }
        return answeredAfterThePackage(next);
    }

    private static boolean isBeginning(Entry entry, boolean together) {
        return entry.turn() == MISSED || (together && (entry.turn() == NOTIFIED || entry.turn() == FOLLOWED_UP));
    }

    /** Each answer as early as it is taken. */
    private static List<Entry> answeredAfterThePackage(List<Entry> order) {
        var next = new ArrayList<Entry>();
        var early = new ArrayList<Entry>();
        for (var entry : order) {
            if (entry.turn() == ANSWERED && next.stream().noneMatch(it -> isAnsweredBy(entry, it))) {
                early.add(entry);
            } else {
                next.add(entry);
                early.stream().filter(it -> isAnsweredBy(it, entry)).forEach(next::add);
                early.removeIf(it -> isAnsweredBy(it, entry));
            }
        }
        return next;
    }

    private static boolean isAnsweredBy(Entry answer, Entry known) {
        return known.turn() == FOLLOWED_UP && !answer.on().isBefore(known.on());
    }

    private static CaseScenario entered(Policy policy, List<Entry> order) {
        var story = CaseScenario.registered("2024-06-21").under(policy).atTheClock("2025-10-05T09:00");
        order.forEach(entry -> story.given("intake", entry.command()));
        return story;
    }

    /** All of the year but which event of the record began or moved it. */
    private static List<Object> told(CaseScenario story) {
        var registration = ((CaseFile) story.state()).registration();
        var year = year(story);
        return List.of(
                YearToApply.of(year),
                year.transmittedOn(),
                year.pauses(),
                year.reinstated(),
                year.begun().zone(),
                year.cause().zone(),
                registration.facts(),
                registration.retrogressions(),
                Optional.ofNullable(registration.answeredOn()));
    }

    private static Availability year(CaseScenario story) {
        return Objects.requireNonNull(((CaseFile) story.state()).registration().availability());
    }
}
