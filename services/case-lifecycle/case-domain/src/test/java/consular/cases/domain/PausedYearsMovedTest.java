package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.DeadlineKind.TERM_A;
import static consular.cases.domain.DeadlineState.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.LeapDay;
import consular.cases.domain.law.Policy;
import consular.cases.domain.law.RegistrationClocks;
import consular.cases.domain.law.RegistrationClocks.Retrogression;
import consular.cases.domain.law.YearEnd;
import consular.cases.domain.posts.CalendarDay;
import consular.cases.domain.posts.Post;
import consular.cases.domain.posts.WorkingCalendar;
import consular.cases.domain.registration.Availability;
import consular.cases.domain.registration.Pauses.Pause;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A year that stood while visas were unavailable and whose last day is moved from a closed one: moved once. */
class PausedYearsMovedTest {
    private static final LocalDate LEAP_DAY = LocalDate.parse("2024-02-29");

    private static Policy pause(LeapDay leapDay, boolean moves) {
        return Policy.RECOMMENDED
                .with(new RegistrationClocks(Retrogression.PAUSE, false))
                .with(new YearEnd(leapDay, moves));
    }

    /** The anniversary is a Sunday; 131 days after it comes a Friday, on which the post is open. */
    @Test
    void Q_18_the_last_day_of_a_year_that_stood_is_moved_once_when_all_its_days_are_counted() {
        var story = CaseScenario.registered("2024-08-03")
                .under(pause(LeapDay.FEB_28, true))
                .given("intake", notifyAvailability("2024-08-03"))
                .thenDeadline(TERM_A, "2025-08-04", "2025-08-05", RUNNING)
                .clock("2024-12-20T09:00")
                .given("intake", retrogress("2024-08-10"))
                .given("intake", restore("2024-12-19"))
                .thenDeadline(TERM_A, "2025-12-12", "2025-12-15", RUNNING);
        assertThat(year(story))
                .returns(131L, Availability::daysStood)
                .returns(LocalDate.parse("2026-12-14"), Availability::reinstateBy)
                .returns(LocalDate.parse("2026-08-03"), Availability::statutoryReinstateBy);
    }

    @Test
    void Q_18_and_so_where_it_is_entered_out_of_its_turn() {
        CaseScenario.registered("2024-08-03")
                .under(pause(LeapDay.FEB_28, true))
                .given("intake", notifyAvailability("2024-08-03"))
                .clock("2024-12-20T09:00")
                .given("intake", restore("2024-12-19"))
                .given("intake", retrogress("2024-08-10"))
                .thenDeadline(TERM_A, "2025-12-12", "2025-12-15", RUNNING);
    }

    /** The year would have ended on Sunday and goes on to Monday, on which nobody could apply, nor before Friday. */
    @Test
    void Q_18_a_pause_that_begins_on_the_day_to_which_the_last_one_is_moved_puts_it_off_until_visas_are_available() {
        CaseScenario.registered("2024-08-04")
                .under(pause(LeapDay.FEB_28, true))
                .given("intake", notifyAvailability("2024-08-03"))
                .clock("2025-08-04T09:00")
                .given("intake", retrogress("2025-08-04"))
                .clock("2025-08-08T09:00")
                .given("intake", restore("2025-08-08"))
                .thenDeadline(TERM_A, "2025-08-08", "2025-08-11", RUNNING);
    }

    /** The year ended on Saturday, 8 March, eight days after 28 February; with three days less it ends on the 5th. */
    @Test
    void Q_01_a_year_whose_last_day_was_not_moved_is_told_from_one_by_another_leap_day() {
        CaseScenario.registered("2024-02-29")
                .under(pause(LeapDay.FEB_28, false))
                .given("intake", notifyAvailability("2024-02-29"))
                .clock("2024-08-05T09:00")
                .given("intake", retrogress("2024-07-01"))
                .given("intake", restore("2024-07-09"))
                .thenDeadline(TERM_A, "2025-03-08", "2025-03-10", RUNNING)
                .under(pause(LeapDay.MAR_1, false))
                .given("intake", restore("2024-07-06"))
                .thenDeadline(TERM_A, "2025-03-05", "2025-03-06", RUNNING);
    }

    /** What it was when it began, without the move that has been switched on since. */
    @Test
    void Q_18_a_year_that_never_stood_keeps_its_last_day_whatever_is_switched_on_since() {
        CaseScenario.registered("2024-08-03")
                .under(pause(LeapDay.FEB_28, false))
                .given("intake", notifyAvailability("2024-08-03"))
                .clock("2024-12-20T09:00")
                .under(pause(LeapDay.FEB_28, true))
                .given("intake", restore("2024-08-02"))
                .thenDeadline(TERM_A, "2025-08-03", "2025-08-04", RUNNING);
    }

    @ParameterizedTest
    @EnumSource
    void Q_18_every_year_that_stood_ends_as_reckoned_by_hand(LeapDay leapDay) {
        var lot = new Random(18);
        var moved = 0;
        for (var count = 0; count < 1000; count++) {
            var post = TestPosts.open(closedBy(lot));
            var policy = pause(leapDay, lot.nextInt(4) > 0);
            var noticed = lot.nextInt(6) == 0 ? LEAP_DAY : LEAP_DAY.plusDays(lot.nextInt(400));
            var interviewed = lot.nextInt(3) == 0;
            var begins = interviewed && !noticed.equals(LEAP_DAY) ? noticed.plusDays(1 + lot.nextInt(90)) : noticed;
            var pauses = pauses(lot, noticed, leapDay.anniversary(begins, 1));
            var entries = new ArrayList<CaseCommand>();
            pauses.forEach(it -> {
                entries.add(retrogress(it.stoppedFrom().toString()));
                entries.add(restore(it.restoredOn().toString()));
            });
            if (!begins.equals(noticed)) {
                entries.add(
                        lot.nextBoolean() ? missedInterview(begins.toString()) : followUpPackage(begins.toString()));
            }
            if (lot.nextBoolean()) {
                Collections.shuffle(entries, lot);
            }
            var story = CaseScenario.at(post)
                    .clock(noticed + "T09:00")
                    .given("intake", register("XXX"))
                    .under(policy)
                    .atTheClock("2027-12-01T09:00")
                    .given("intake", notifyAvailability(noticed.toString()));
            entries.forEach(it -> story.given("intake", it));
            var byHand = byHand(begins, policy.yearEnd(), pauses, post);
            assertThat(year(story))
                    .as("%s, %s: %s", begins, policy.yearEnd(), entries)
                    .returns(byHand.lastDay().plusDays(1), Availability::terminateFrom)
                    .returns(byHand.daysStood(), Availability::daysStood)
                    .returns(byHand.reinstateBy(), Availability::reinstateBy);
            moved += byHand.daysStood() > 0 && byHand.isClosed().test(byHand.anniversary()) ? 1 : 0;
        }
        assertThat(moved).isGreaterThan(100);
    }

    private static PausedYearByHand byHand(LocalDate begins, YearEnd end, List<Pause> pauses, Post post) {
        return new PausedYearByHand(
                begins,
                end.leapDay().anniversary(begins, 1),
                end.leapDay().anniversary(begins, 2),
                pauses,
                day -> end.rollOnPostClosure() && !post.calendar().isOpen(day));
    }

    /** Up to four that neither overlap nor adjoin, some of them about the end of the year; none when the notice goes out. */
    private static List<Pause> pauses(Random lot, LocalDate notice, LocalDate anniversary) {
        var pauses = new ArrayList<Pause>();
        var from = notice.plusDays(lot.nextInt(60));
        for (var count = lot.nextInt(4); count > 0; count--) {
            var restored = from.plusDays(1 + lot.nextInt(90));
            pauses.add(new Pause(from, restored));
            from = restored.plusDays(1 + lot.nextInt(120));
        }
        var stood = new PausedYearByHand(notice, anniversary, anniversary, pauses, _ -> false).daysStood();
        var end = anniversary.plusDays(stood + lot.nextInt(9) - 4L);
        if (end.isAfter(from)) {
            pauses.add(new Pause(end, end.plusDays(1 + lot.nextInt(4))));
        }
        return pauses;
    }

    /** A post that is closed two days of the week, and on a third of the days beside them. */
    private static WorkingCalendar closedBy(Random lot) {
        var weekend = DayOfWeek.of(1 + lot.nextInt(7));
        var closed = new HashSet<LocalDate>();
        for (var day = 0; day < 1500; day++) {
            if (lot.nextInt(3) == 0) {
                closed.add(LEAP_DAY.plusDays(day));
            }
        }
        return date -> {
            var day = date.getDayOfWeek();
            var isClosed = day == weekend || day == weekend.plus(1) || closed.contains(date);
            return new CalendarDay(date, !isClosed, isClosed ? "closed" : "open");
        };
    }

    private static Availability year(CaseScenario story) {
        return Objects.requireNonNull(((CaseFile) story.state()).registration().availability());
    }
}
