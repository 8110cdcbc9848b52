package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.DeadlineKind.TERM_A;
import static consular.cases.domain.DeadlineState.RUNNING;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.AvailabilityRestored;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.LeapDay;
import consular.cases.domain.law.Policy;
import consular.cases.domain.law.RegistrationClocks;
import consular.cases.domain.law.RegistrationClocks.Retrogression;
import consular.cases.domain.law.YearEnd;
import consular.cases.domain.registration.Availability;
import consular.cases.domain.registration.Pauses.Pause;
import consular.cases.domain.registration.YearToApply;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** A year keeps its last days, whatever was switched on or put right since, until it stands otherwise. */
class UnmovedYearsTest {
    private static final LocalDate LEAP_DAY = LocalDate.parse("2024-02-29");

    private static Policy pause(LeapDay leapDay, boolean moves) {
        return Policy.RECOMMENDED
                .with(new RegistrationClocks(Retrogression.PAUSE, false))
                .with(new YearEnd(leapDay, moves));
    }

    /** It ended two days after 1 March, on a Monday; two days after 28 February comes the Sunday before that. */
    private static CaseScenario twoDaysAfterFirstOfMarch() {
        return CaseScenario.registered("2024-02-29")
                .under(pause(LeapDay.MAR_1, false))
                .given("intake", notifyAvailability("2024-02-29"))
                .clock("2024-08-05T09:00")
                .given("intake", retrogress("2024-07-01"))
                .given("intake", restore("2024-07-03"))
                .thenDeadline(TERM_A, "2025-03-03", "2025-03-04", RUNNING)
                .under(pause(LeapDay.FEB_28, false));
    }

    @Test
    void Q_01_what_is_entered_within_a_pause_does_not_reckon_the_year_by_another_leap_day() {
        var story = twoDaysAfterFirstOfMarch()
                .given("intake", retrogress("2024-07-02"))
                .thenDeadline(TERM_A, "2025-03-03", "2025-03-04", RUNNING);
        assertThat(year(story)).returns(LocalDate.parse("2026-03-03"), Availability::reinstateBy);
    }

    @Test
    void Q_01_a_last_day_that_was_not_moved_is_not_taken_for_a_moved_one_of_the_other_leap_day() {
        twoDaysAfterFirstOfMarch()
                .given("intake", restore("2024-07-02"))
                .thenDeadline(TERM_A, "2025-03-02", "2025-03-03", RUNNING);
    }

    /** The year of Saturday, 3 August stood for 132 days, to a Saturday that was moved to Monday. */
    private static CaseScenario endingOnMonday() {
        return CaseScenario.registered("2024-08-03")
                .under(pause(LeapDay.FEB_28, true))
                .given("intake", notifyAvailability("2024-08-03"))
                .clock("2024-12-21T09:00")
                .given("intake", retrogress("2024-08-10"))
                .given("intake", restore("2024-12-20"))
                .thenDeadline(TERM_A, "2025-12-15", "2025-12-16", RUNNING)
                .under(pause(LeapDay.FEB_28, false));
    }

    @Test
    void Q_18_a_year_that_stood_keeps_the_day_to_which_its_last_one_was_moved() {
        endingOnMonday()
                .given("intake", retrogress("2024-08-12"))
                .thenDeadline(TERM_A, "2025-12-15", "2025-12-16", RUNNING);
    }

    /** Visas became unavailable on the Sunday after its last day, or so it was entered. */
    @Test
    void Q_18_also_where_what_is_put_right_came_after_the_year() {
        CaseScenario.registered("2024-08-03")
                .under(pause(LeapDay.FEB_28, false))
                .given("intake", notifyAvailability("2024-08-03"))
                .clock("2024-12-21T09:00")
                .given("intake", retrogress("2024-08-10"))
                .given("intake", restore("2024-12-20"))
                .clock("2025-12-14T09:00")
                .given("intake", retrogress("2025-12-14"))
                .thenDeadline(TERM_A, "2025-12-13", "2025-12-15", RUNNING)
                .under(pause(LeapDay.FEB_28, true))
                .given("intake", restore("2025-12-14"))
                .thenDeadline(TERM_A, "2025-12-13", "2025-12-15", RUNNING);
    }

    /** The anniversary was moved to Monday and put off by 131 days, and that moved again; what was told is told. */
    @Test
    void Q_18_and_the_last_day_that_an_earlier_version_moved_twice() {
        CaseScenario.registered("2024-08-03")
                .under(pause(LeapDay.FEB_28, true))
                .given("intake", notifyAvailability("2024-08-03"))
                .clock("2024-12-21T09:00")
                .given("intake", retrogress("2024-08-10"))
                .stored(new AvailabilityRestored(
                        LocalDate.parse("2024-12-19"),
                        LocalDate.parse("2025-12-16"),
                        LocalDate.parse("2026-12-15"),
                        null))
                .thenDeadline(TERM_A, "2025-12-15", "2025-12-16", RUNNING)
                .under(pause(LeapDay.FEB_28, false))
                .given("intake", retrogress("2024-08-12"))
                .thenDeadline(TERM_A, "2025-12-15", "2025-12-16", RUNNING);
    }

    /** The switches are turned at random before each of eight entries, in any order and of any day. */
    @Test
    void Q_18_what_leaves_a_year_running_and_standing_as_it_did_moves_none_of_its_days() {
        var lot = new Random(18);
        var unmoved = 0;
        for (var count = 0; count < 1500; count++) {
            var noticed = lot.nextBoolean() ? LEAP_DAY : LEAP_DAY.plusDays(lot.nextInt(400));
            var story = CaseScenario.registered("2024-01-02")
                    .under(switched(lot))
                    .atTheClock("2027-12-01T09:00")
                    .given("intake", notifyAvailability(noticed.toString()));
            for (var turn = 0; turn < 8; turn++) {
                var before = year(story);
                var command = entry(lot, noticed.plusDays(1 + lot.nextInt(420)));
                var entered = story.history.size();
                story.under(switched(lot)).when("intake", command);
                var after = year(story);
                if (story.history.size() > entered && isAsBefore(before, after)) {
                    unmoved++;
                    assertThat(List.of(after.terminateFrom(), after.reinstateBy()))
                            .as("%s, then %s: %s", noticed, command, story.history)
                            .isEqualTo(List.of(before.terminateFrom(), before.reinstateBy()));
                }
            }
        }
        assertThat(unmoved).isGreaterThan(2000);
    }

    private static Policy switched(Random lot) {
        return pause(LeapDay.values()[lot.nextInt(2)], lot.nextBoolean());
    }

    private static CaseCommand entry(Random lot, LocalDate on) {
        return switch (lot.nextInt(9)) {
            case 0 -> notifyAvailability(on.toString());
            case 1 -> missedInterview(on.toString());
            case 2, 3, 4 -> retrogress(on.toString());
            case 5 -> followUpPackage(on.toString());
            default -> restore(on.toString());
        };
    }

    private static boolean isAsBefore(Availability before, Availability after) {
        var was = YearToApply.of(before);
        var is = YearToApply.of(after);
        return was.runsFrom().equals(is.runsFrom())
                && was.failure() == is.failure()
                && Objects.equals(was.stoppedFrom(), is.stoppedFrom())
                && inside(was).equals(inside(is));
    }

    private static List<Pause> inside(YearToApply year) {
        return year.pauses().stream()
                .filter(it -> it.stoppedFrom().isBefore(year.terminateFrom()))
                .toList();
    }

    private static Availability year(CaseScenario story) {
        return Objects.requireNonNull(((CaseFile) story.state()).registration().availability());
    }
}
