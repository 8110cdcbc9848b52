package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.DeadlineKind.*;
import static consular.cases.domain.DeadlineState.*;
import static consular.cases.domain.Families.defer;
import static consular.cases.domain.law.RejectionCode.BAD_STATE;
import static consular.cases.domain.law.RejectionCode.OUT_OF_ORDER;
import static consular.cases.domain.law.RejectionCode.REGISTRATION_TERMINATED;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.*;
import consular.cases.domain.EventByTime.*;
import consular.cases.domain.people.Actor;
import consular.cases.domain.refusals.ProposedAction;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The time of an act decides, and not whether the service was quicker to say what time had brought about (W-21). The year
 * of the refusal ends on Saturday, 15 June 2024; the registration ends on the Monday, and the service comes after the act.
 */
class WhoWasQuickerTest {
    private static CaseScenario refused() {
        return CaseScenario.applied("2023-06-15")
                .given("officer-a", refuse221g("Med"))
                .given("officer-a", tell("R1"))
                .given("officer-a", write("R1"))
                .clock("2024-06-16T09:00");
    }

    static Stream<CaseCommand> whatIsNotBarredByTermination() {
        return Stream.of(
                defer(A1, "F1", "2024-12-31"), ask("F1"), reverseOwn("R1"), withdraw(), transfer("GUZ"), note());
    }

    @ParameterizedTest
    @MethodSource("whatIsNotBarredByTermination")
    void W_21_no_act_after_its_time_keeps_a_registration(CaseCommand command) {
        var story = refused().atTheClock("2024-06-17T09:00").given("officer-a", command);
        assertThat(story.lastEvents())
                .extracting(it -> (Object) it.event().getClass())
                .startsWith(
                        RegistrationTerminated.class, TerminationNoticeIssued.class, PetitionRevokedAutomatically.class)
                .hasSizeGreaterThan(3);
        story.clock("2024-06-18T09:00").thenRegistration(RegistrationState.TERMINATED);
        assertThat(story.view().registration().terminatedOn()).isEqualTo("2024-06-17");
    }

    /** The exception: contract 7.3 lets nothing be entered before a termination, whenever it took effect. */
    @Test
    void evidence_that_came_in_time_is_entered_before_the_termination_or_after_a_reinstatement() {
        var inTime = "2024-06-14T10:00";
        refused()
                .atTheClock("2024-06-18T09:00")
                .whenLate("intake", evidence("F1"), inTime, "the line was down")
                .thenAccepted()
                .clock("2024-06-19T09:00")
                .thenRegistration(RegistrationState.ACTIVE);
        refused()
                .clock("2024-06-18T09:00")
                .thenRegistration(RegistrationState.TERMINATED)
                .whenLate("intake", evidence("F1"), inTime, "the line was down")
                .thenRejected(OUT_OF_ORDER)
                .given("officer-a", reinstate())
                .whenLate("intake", evidence("F1"), inTime, "the line was down")
                .thenRejected(OUT_OF_ORDER)
                .given("intake", evidence("F1"))
                .thenRegistration(RegistrationState.ACTIVE);
    }

    @Test
    void W_21_nor_does_a_supervisor_who_disagrees_then() {
        var discussed = refused().given("supervisor-a", discuss("R1", ProposedAction.REFER));
        discussed
                .atTheClock("2024-06-17T09:00")
                .given("supervisor-a", refer("R1"))
                .thenRegistration(RegistrationState.TERMINATED);
        var other = refused().given("supervisor-a", discuss("R1", ProposedAction.REVERSE));
        other.atTheClock("2024-06-17T09:00")
                .given("supervisor-a", reverse("R1"))
                .thenRegistration(RegistrationState.TERMINATED)
                .thenState(ApplicationState.REOPENED);
    }

    @Test
    void what_time_had_brought_about_is_recorded_by_the_service_on_its_day_as_a_decision_of_its_own() {
        var story = refused().atTheClock("2024-06-18T09:00");
        story.whenLate("officer-a", note(), "2024-06-17T10:00", "the line was down")
                .thenAccepted();

        var lines = story.lastEvents();
        var act = lines.getLast().stamp();
        assertThat(act.actor().officer().value()).isEqualTo("officer-a");
        assertThat(act.decision()).isEqualTo(act.sequence());
        assertThat(lines.subList(0, lines.size() - 1)).isNotEmpty().allSatisfy(line -> {
            assertThat(line.event()).isInstanceOf(EventByTime.class);
            assertThat(line.stamp().actor()).isEqualTo(Actor.SERVICE);
            assertThat(line.stamp().effectiveAt()).isEqualTo(Instant.parse("2024-06-16T16:00:00Z"));
            assertThat(line.stamp().recordedAt()).isEqualTo(act.recordedAt());
            assertThat(line.stamp().lateEntryReason()).isNull();
            assertThat(line.stamp().decision())
                    .isEqualTo(lines.getFirst().stamp().sequence());
        });
    }

    @Test
    void an_act_of_before_that_is_entered_after_finds_nothing_ended() {
        refused()
                .atTheClock("2024-06-17T09:00")
                .whenLate("officer-a", defer(A1, "F1", "2024-12-31"), "2024-06-16T23:59", "the line was down")
                .thenEvents(MedicallyDeferred.class)
                .thenDeadline(TERM_B, "2024-06-15", "2025-01-01", SUSPENDED);
    }

    @Test
    void a_command_that_is_turned_down_stores_nothing_and_the_service_comes_by_itself() {
        var story = refused().atTheClock("2024-06-17T09:00").when("officer-a", issue());
        story.thenRejected(REGISTRATION_TERMINATED)
                .thenNever(RegistrationTerminated.class)
                .clock("2024-06-17T09:01")
                .thenHappened(RegistrationTerminated.class);
    }

    @Test
    void a_registration_is_reinstated_at_once() {
        refused()
                .atTheClock("2024-06-17T09:00")
                .given("officer-a", reinstate())
                .thenRegistration(RegistrationState.ACTIVE)
                .thenDeadline(TERM_B, "2025-06-17", "2025-06-18", RUNNING);
    }

    /** As in G-10, where the service comes after the evidence; what came before the termination is recorded first. */
    @Test
    void W_21_evidence_that_comes_late_is_taken_and_the_registration_ends_all_the_same() {
        var story = CaseScenario.applied("2023-06-15").given("officer-a", refuse221g("BC"));
        story.atTheClock("2024-06-17T09:00")
                .given("intake", evidence("F1"))
                .thenEvents(
                        NoticeOverdue.class,
                        TerminationWarningSent.class,
                        DocumentReturnDue.class,
                        FeeWindowClosed.class,
                        EvidencePresented.class);
        assertThat(story.finding("F1").evidence())
                .singleElement()
                .satisfies(it -> assertThat(it.timely()).isFalse());
        story.clock("2024-06-17T09:01")
                .thenRegistration(RegistrationState.TERMINATED)
                .thenFee(FeeStatus.LAPSED);
    }

    /** Contract 7.14: then BAD_STATE. */
    @Test
    void W_21_a_nonimmigrant_application_has_lapsed_whoever_was_quicker() {
        var visitor = CaseScenario.appliedFor("B2", "2024-06-03")
                .given("officer-a", refuse221g("BC"))
                .atTheClock("2025-06-04T08:00");
        for (var command : List.of(evidence("F1"), refuse221g("PC"), overcome("F1"))) {
            visitor.when("officer-a", command).thenRejected(BAD_STATE);
        }
        visitor.given("officer-a", note()).thenState(ApplicationState.LAPSED);
        assertThat(visitor.line(ApplicationLapsed.class).stamp().effectiveAt())
                .isEqualTo(Instant.parse("2025-06-04T06:00:00Z"));
    }

    /** Golden scenario G-21(b) and W-13, with the service behind. */
    @Test
    void W_13_a_review_after_its_limit_leaves_the_fact_that_it_was_overdue() {
        var story = CaseScenario.applied("2024-07-01")
                .given("officer-a", refuseIneligible("212(a)(4)"))
                .given("officer-a", tell("R1"))
                .given("officer-a", write("R1"))
                .atTheClock("2024-08-01T09:00")
                .given("supervisor-a", concur("R1"))
                .thenEvents(ReviewOverdue.class, SupervisorConcurred.class)
                .thenDeadline(REVIEW, "2024-07-31", "2024-08-01", PASSED);
        assertThat(story.refusal("R1").review().overdueSince()).isEqualTo("2024-08-01");
    }

    @Test
    void W_21_so_does_a_decision_and_a_notice() {
        CaseScenario.applied("2024-07-01")
                .atTheClock("2024-07-02T09:00")
                .given("officer-a", refuse221g("BC"))
                .thenEvents(DecisionOverdue.class, VisaRefused.class)
                .atTheClock("2024-07-08T09:00")
                .given("officer-a", tell("R1"))
                .thenEvents(NoticeOverdue.class, OralNoticeGiven.class);
    }

    @Test
    void what_a_late_entry_set_going_waits_as_ever() {
        var story = CaseScenario.registered("2020-03-02").atTheClock("2024-03-05T09:00");
        story.whenLate("intake", apply(), "2020-03-03T09:00", "old papers").thenEvents(ApplicationExecuted.class);
        story.whenLate("officer-a", refuse221g("BC"), "2020-03-03T10:00", "old papers")
                .thenEvents(VisaRefused.class);
        story.whenLate("intake", evidence("F1"), "2020-04-01T10:00", "old papers")
                .thenEvents(EvidencePresented.class)
                .thenDeadline(TERM_B, "2021-03-03", "2021-03-04", MET);
    }

    @Test
    void what_may_be_done_is_told_of_the_case_as_the_act_would_meet_it() {
        var story = refused().atTheClock("2024-06-17T09:00");
        var context = story.context(TestActors.named("officer-a"), null, null);
        assertThat(AvailableCommands.of(story.file(), context))
                .filteredOn(it -> it.command() == CommandName.ReinstateRegistration
                        || it.command() == CommandName.RecordWaiver
                        || it.command() == CommandName.IssueVisa)
                .extracting(it -> {
                    var objection = it.objection();
                    return it.command() + " " + (objection == null ? "allowed" : objection.code());
                })
                .containsExactlyInAnyOrder(
                        "ReinstateRegistration allowed",
                        "RecordWaiver REGISTRATION_TERMINATED",
                        "IssueVisa REGISTRATION_TERMINATED");
    }
}
