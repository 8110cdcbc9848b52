package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.DeadlineKind.TERM_A;
import static consular.cases.domain.DeadlineState.*;
import static consular.cases.domain.EntryOrders.orders;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.AvailabilityRestored;
import consular.cases.domain.CaseEvent.InterviewMissed;
import consular.cases.domain.CaseEvent.RetrogressionRecorded;
import consular.cases.domain.CaseEvent.VisaAvailabilityNotified;
import consular.cases.domain.EventByTime.RegistrationTerminated;
import consular.cases.domain.law.Policy;
import consular.cases.domain.law.RegistrationClocks;
import consular.cases.domain.law.RegistrationClocks.Retrogression;
import consular.cases.domain.law.Rule;
import consular.cases.domain.registration.Availability;
import consular.cases.domain.registration.YearToApply;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Notices and retrogressions that are entered late come to the same year as if each had been entered in its turn. */
class OrdersOfEntryTest {
    private static final Policy PAUSE = Policy.RECOMMENDED.with(new RegistrationClocks(Retrogression.PAUSE, false));

    static Stream<List<CaseCommand>> a_notice_before_and_one_after_the_first_year_was_over() {
        return orders(
                List.of(notifyAvailability("2024-07-01"), notifyAvailability("2025-06-01"), retrogress("2025-08-01")));
    }

    /** Retrogression came after the year of the first notice, but inside that of the second. */
    @ParameterizedTest
    @MethodSource("a_notice_before_and_one_after_the_first_year_was_over")
    void r_trm_06_retrogression_stops_the_year_of_the_latest_notice_before_it(List<CaseCommand> order) {
        entered("2025-08-05T09:00", order)
                .thenDeadline(TERM_A, "2026-06-01", "2026-06-02", STOPPED)
                .clock("2026-07-01T09:00")
                .thenNever(RegistrationTerminated.class);
    }

    static Stream<List<CaseCommand>> a_notice_and_retrogression_after_it_that_is_over() {
        return orders(List.of(notifyAvailability("2024-07-01"), retrogress("2024-09-01"), restore("2024-10-01")));
    }

    /** Nobody had a full year of availability since the notice: the year waits for the next. */
    @ParameterizedTest
    @MethodSource("a_notice_and_retrogression_after_it_that_is_over")
    void r_trm_06_retrogression_stops_the_year_also_where_it_was_over_when_the_notice_was_entered(
            List<CaseCommand> order) {
        entered("2024-10-05T09:00", order)
                .thenDeadline(TERM_A, "2025-07-01", "2025-07-02", STOPPED)
                .clock("2025-07-10T09:00")
                .thenNever(RegistrationTerminated.class)
                .given("intake", notifyAvailability("2025-07-09"))
                .thenDeadline(TERM_A, "2026-07-09", "2026-07-10", RUNNING);
    }

    @Test
    void r_trm_06_but_not_where_it_was_over_when_the_notice_went_out_nor_where_it_came_after_the_year() {
        entered("2025-07-10T09:00", List.of(retrogress("2024-09-01"), restore("2024-10-01")))
                .given("intake", notifyAvailability("2024-10-01"))
                .thenDeadline(TERM_A, "2025-10-01", "2025-10-02", RUNNING);
        entered("2025-09-10T09:00", List.of(retrogress("2025-08-01"), restore("2025-09-01")))
                .given("intake", notifyAvailability("2024-09-02"))
                .thenDeadline(TERM_A, "2025-09-02", "2025-09-03", STOPPED);
        entered("2025-09-10T09:00", List.of(retrogress("2025-09-03"), restore("2025-09-05")))
                .given("intake", notifyAvailability("2024-09-02"))
                .thenDeadline(TERM_A, "2025-09-02", "2025-09-03", SUSPENDED);
    }

    /** The year of 1 July stood for 30 days. */
    @ParameterizedTest
    @MethodSource("a_notice_and_retrogression_after_it_that_is_over")
    void Q_16_where_it_only_pauses_the_year_that_stood_as_long(List<CaseCommand> order) {
        var story = entered(PAUSE, "2024-10-05T09:00", order).thenDeadline(TERM_A, "2025-07-31", "2025-08-01", RUNNING);
        assertThat(story.view().registration().statutoryReinstateBy()).isEqualTo("2026-07-01");
        story.given("intake", restore("2024-09-11")).thenDeadline(TERM_A, "2025-07-11", "2025-07-14", RUNNING);
    }

    static Stream<Arguments> records() {
        return Stream.of(
                        List.of(
                                notifyAvailability("2024-07-01"),
                                retrogress("2024-09-01"),
                                restore("2024-10-01"),
                                retrogress("2024-12-01"),
                                restore("2025-01-01")),
                        // a notice from within a pause, and an interview that was missed later in it
                        List.of(
                                notifyAvailability("2024-07-01"),
                                retrogress("2024-09-01"),
                                notifyAvailability("2024-09-15"),
                                missedInterview("2024-10-01"),
                                restore("2024-11-01")),
                        // retrogression after the year of the notice, and inside that of the interview
                        List.of(
                                notifyAvailability("2024-07-01"),
                                missedInterview("2025-05-15"),
                                retrogress("2025-08-01"),
                                restore("2025-09-01")),
                        // retrogression after a year that had not stood, and inside the one that had
                        List.of(
                                notifyAvailability("2024-07-01"),
                                retrogress("2024-09-01"),
                                restore("2025-01-01"),
                                retrogress("2025-08-01"),
                                restore("2025-09-01")),
                        List.of(
                                retrogress("2024-07-10"),
                                notifyAvailability("2024-08-01"),
                                retrogress("2024-08-15"),
                                notifyAvailability("2024-09-01"),
                                retrogress("2024-09-01"),
                                restore("2024-10-01")),
                        List.of(
                                notifyAvailability("2024-07-01"),
                                retrogress("2025-07-05"),
                                restore("2025-08-01"),
                                missedInterview("2025-08-01"),
                                retrogress("2025-09-15")),
                        // a package inside the year of the notice, retrogression inside that of the package
                        List.of(
                                notifyAvailability("2024-07-01"),
                                followUpPackage("2025-05-15"),
                                retrogress("2025-08-01"),
                                restore("2025-09-01")),
                        // answered, and a notice and an interview after the answer
                        List.of(
                                notifyAvailability("2024-07-01"),
                                followUpPackage("2024-09-02"),
                                answer("2024-10-01"),
                                notifyAvailability("2024-12-02"),
                                missedInterview("2025-02-03")),
                        // two packages, an interview missed between them, and an answer to the first of them
                        List.of(
                                notifyAvailability("2024-07-01"),
                                followUpPackage("2024-09-02"),
                                answer("2024-09-02"),
                                missedInterview("2024-09-16"),
                                followUpPackage("2024-10-01")),
                        // on one day a package follows the interview, and an answer the package
                        List.of(
                                notifyAvailability("2024-07-01"),
                                missedInterview("2024-09-02"),
                                followUpPackage("2024-09-02"),
                                answer("2024-09-02"),
                                retrogress("2024-09-02")))
                .flatMap(record -> Stream.of(Policy.RECOMMENDED, PAUSE)
                        .map(policy -> Arguments.of(policy.registration().retrogression(), policy, record)));
    }

    /**
     * Told in their turn, and in every other order in which each is taken: an interview is entered after its notice and no
     * later one, nor a later package; a package after a notice, and an answer after a package.
     */
    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource("records")
    void r_trm_06_every_order_of_entry_comes_to_the_same_year(
            Retrogression retrogression, Policy policy, List<CaseCommand> record) {
        var inTurn = entered(policy, "2025-10-05T09:00", record).state();
        var orders = orders(record).filter(EntryOrders::isTaken).toList();
        assertThat(orders)
                .hasSizeGreaterThan(5)
                .allSatisfy(order -> assertThat(
                                told(entered(policy, "2025-10-05T09:00", order).state()))
                        .isEqualTo(told(inTurn)));
    }

    /** All of the year but which event of the record began or moved it. */
    private static List<Object> told(CaseState state) {
        var registration = ((CaseState.CaseFile) state).registration();
        var year = Objects.requireNonNull(registration.availability());
        return List.of(
                YearToApply.of(year),
                year.transmittedOn(),
                year.pauses(),
                registration.facts(),
                registration.retrogressions(),
                Optional.ofNullable(registration.answeredOn()));
    }

    /** The retrogression was over, and outside the year as it was known; inside that of the interview it stops or pauses it. */
    @Test
    void r_trm_06_an_interview_that_is_entered_late_takes_in_what_was_over_already() {
        var record =
                List.<CaseCommand>of(notifyAvailability("2024-07-01"), retrogress("2025-08-01"), restore("2025-09-01"));
        var restarted = entered("2025-10-05T09:00", record)
                .thenDeadline(TERM_A, "2025-07-01", "2025-10-06", RUNNING)
                .given("officer-a", missedInterview("2025-05-15"))
                .thenDeadline(TERM_A, "2026-05-15", "2026-05-18", STOPPED);
        assertThat(restarted.history.getLast().stamp().rules()).contains(Rule.RETROGRESSION_STOPS_THE_YEAR);
        restarted.clock("2026-05-20T09:00").thenNever(RegistrationTerminated.class);
        entered(PAUSE, "2025-10-05T09:00", record)
                .given("officer-a", missedInterview("2025-05-15"))
                .thenDeadline(TERM_A, "2026-06-15", "2026-06-16", RUNNING);
    }

    /** As an earlier version stored it: nothing had stopped its year. */
    @Test
    void an_interview_that_does_not_tell_the_year_begins_it_as_it_says_itself() {
        var story = entered(
                        "2025-10-05T09:00",
                        List.of(notifyAvailability("2024-07-01"), retrogress("2025-08-01"), restore("2025-09-01")))
                .given("officer-a", missedInterview("2025-05-15"));
        var said = story.history.getLast();
        var told = (InterviewMissed) said.event();
        var silent = new InterviewMissed(
                told.applicantId(), told.appointmentOn(), told.terminateFrom(), told.reinstateBy(), null);
        var stood = folded(story.history.subList(0, story.history.size() - 1));
        assertThat(Objects.requireNonNull(year(CaseDecider.evolve(stood, silent, said.stamp())))
                        .stopped())
                .isFalse();
        assertThat(Objects.requireNonNull(year(CaseDecider.evolve(stood, told, said.stamp())))
                        .stopped())
                .isTrue();
    }

    /** A switch moves nothing by itself; nor does an entry in its turn reckon anew what was decided before it. */
    @Test
    void Q_16_what_is_entered_in_its_turn_tells_no_year() {
        var story = entered(
                PAUSE,
                "2024-10-05T09:00",
                List.of(
                        notifyAvailability("2024-07-01"),
                        retrogress("2024-09-01"),
                        restore("2024-10-01"),
                        missedInterview("2024-10-01")));
        assertThat(story.all(VisaAvailabilityNotified.class)).allMatch(it -> it.year() == null);
        assertThat(story.all(RetrogressionRecorded.class)).allMatch(it -> it.year() == null);
        assertThat(story.all(AvailabilityRestored.class)).allMatch(it -> it.year() == null);
        assertThat(story.all(InterviewMissed.class)).allMatch(it -> it.year() == null);
    }

    /** The second notice went out before the retrogression, which is not over. */
    @Test
    void Q_16_and_a_notice_entered_while_it_lasts_begins_the_year_that_stands() {
        entered(
                        PAUSE,
                        "2024-10-05T09:00",
                        List.of(
                                notifyAvailability("2024-07-01"),
                                retrogress("2024-09-01"),
                                notifyAvailability("2024-08-15"),
                                restore("2024-10-01")))
                .thenDeadline(TERM_A, "2025-09-14", "2025-09-15", RUNNING);
    }

    /** What an earlier version stored said nothing of retrogression, and changed nothing but the record. */
    @Test
    void a_notice_that_does_not_say_that_it_ends_retrogression_ends_none() {
        var story = CaseScenario.registered("2024-07-01")
                .given("intake", notifyAvailability("2024-07-01"))
                .clock("2024-12-05T09:00")
                .given("intake", retrogress("2024-09-01"))
                .given("officer-a", missedInterview("2024-10-01"))
                .given("intake", notifyAvailability("2024-09-15"))
                .thenDeadline(TERM_A, "2025-10-01", "2025-10-02", RUNNING);
        var said = story.history.getLast();
        var stood = folded(story.history.subList(0, story.history.size() - 1));
        var silent =
                new VisaAvailabilityNotified(LocalDate.parse("2024-09-15"), null, null, false, null, List.of(), null);
        assertThat(year(CaseDecider.evolve(stood, silent, said.stamp()))).isEqualTo(year(stood));
        assertThat(year(CaseDecider.evolve(stood, said.event(), said.stamp()))).isNotEqualTo(year(stood));
        assertThat(said.stamp().rules()).contains(Rule.RETROGRESSION_STOPS_THE_YEAR);
    }

    private static CaseState folded(List<RecordedEvent> history) {
        var state = CaseDecider.initialState();
        for (var line : history) {
            state = CaseDecider.evolve(state, line.event(), line.stamp());
        }
        return state;
    }

    private static @Nullable Availability year(CaseState state) {
        return ((CaseState.CaseFile) state).registration().availability();
    }

    private static CaseScenario entered(String at, List<CaseCommand> order) {
        return entered(Policy.RECOMMENDED, at, order);
    }

    private static CaseScenario entered(Policy policy, String at, List<CaseCommand> order) {
        var story = CaseScenario.registered("2024-06-21").under(policy).clock(at);
        order.forEach(command -> story.given("intake", command));
        return story;
    }
}
