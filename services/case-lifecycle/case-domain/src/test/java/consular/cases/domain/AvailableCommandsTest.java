package consular.cases.domain;

import static consular.cases.domain.CommandName.*;
import static consular.cases.domain.Commands.*;
import static consular.cases.domain.CommandsOnARefusal.*;
import static consular.cases.domain.law.RejectionCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.AvailableCommands.Availability;
import consular.cases.domain.law.RejectionCode;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AvailableCommandsTest {

    @Test
    void every_command_but_registration_is_answered_and_what_is_not_allowed_says_why() {
        for (var story : List.of(
                CaseScenario.registered("2024-03-05"),
                CaseScenario.applied("2024-03-05"),
                CaseScenario.applied("2024-03-05").given("officer-a", refuse221g("BC", "SAO")),
                CaseScenario.applied("2024-03-05").given("officer-a", issue()),
                CaseScenario.applied("2024-03-05").given("officer-a", withdraw()),
                CaseScenario.applied("2024-03-05").given("visa-office", discontinue("243d-1")),
                CaseScenario.appliedFor("B2", "2024-06-03").given("officer-a", refuse214b()))) {
            assertThat(of(story))
                    .hasSize(CommandName.values().length - 1)
                    .allSatisfy(it -> assertThat(it.objection() == null)
                            .as(it.command().name())
                            .isEqualTo(it.allowed()));
        }
    }

    @Test
    void with_nothing_to_be_about_the_objection_is_the_one_that_the_command_would_meet() {
        var story = CaseScenario.registered("2024-03-05");
        assertThat(objection(story, OvercomeRefusal)).isEqualTo(BAD_FINDING_STATE);
        assertThat(objection(story, RecordWaiver)).isEqualTo(BAD_FINDING_STATE);
        assertThat(objection(story, RequestAdvisoryOpinion)).isEqualTo(AO_NEEDS_221G);
        assertThat(objection(story, IssueVisa)).isEqualTo(NOT_EXECUTED);
        assertThat(objection(story, SupervisorConcur)).isEqualTo(BAD_STATE);
    }

    @Test
    void after_termination_reinstatement_is_what_is_left() {
        var story = CaseScenario.applied("2022-06-15")
                .given("officer-a", refuse221g("BC"))
                .clock("2023-06-16T09:00");
        assertThat(of(story))
                .filteredOn(Availability::allowed)
                .extracting(Availability::command)
                .contains(ReinstateRegistration, AddCaseNote);
        assertThat(objection(story, IssueVisa)).isEqualTo(REGISTRATION_TERMINATED);
        assertThat(objection(story, OvercomeRefusal)).isEqualTo(REGISTRATION_TERMINATED);
        assertThat(objection(story, ElectFamilyToWait)).isEqualTo(REGISTRATION_TERMINATED);
        assertThat(objection(story, ElectToTravelSeparately)).isEqualTo(REGISTRATION_TERMINATED);
    }

    @Test
    void after_termination_even_evidence_on_nothing_meets_the_termination() {
        var story = CaseScenario.registered("2022-06-15")
                .given("intake", notifyAvailability("2022-06-15"))
                .clock("2023-06-16T09:00");
        assertThat(objection(story, PresentEvidence)).isEqualTo(REGISTRATION_TERMINATED);
    }

    @Test
    void a_case_may_be_sent_to_another_post_and_a_discontinued_grant_be_opened_again() {
        var story = CaseScenario.applied("2024-03-05").given("visa-office", discontinue("243d-1"));
        assertThat(of(story))
                .filteredOn(Availability::allowed)
                .extracting(Availability::command)
                .contains(TransferCase, LiftSanction, WithdrawApplication)
                .doesNotContain(DiscontinueGrant, IssueVisa, Refuse214b);
    }

    @Test
    void no_visa_while_the_petition_is_returned_and_its_status_can_be_told_at_any_time() {
        var story = CaseScenario.applied("2024-03-05").given("officer-a", Petitions.returned("2024-03-05"));
        assertThat(allowed(story)).contains(RecordPetitionStatus, Refuse221g).doesNotContain(IssueVisa);
        assertThat(objection(story, IssueVisa)).isEqualTo(PETITION_SUSPENDED);
        assertThat(objection(CaseScenario.registeredFor("B2", "2024-06-03"), RecordPetitionStatus))
                .isEqualTo(NO_PETITION);
    }

    @Test
    void a_nonimmigrant_may_be_refused_under_214b_and_has_nothing_to_be_notified_of() {
        var story = CaseScenario.appliedFor("B2", "2024-06-03");
        assertThat(of(story))
                .filteredOn(Availability::allowed)
                .extracting(Availability::command)
                .contains(Refuse214b);
        assertThat(objection(story, NotifyVisaAvailability)).isEqualTo(NIV_HAS_NO_REGISTRATION);
    }

    /** Each is tried on the very finding or opinion that there is, and not only on none. */
    @Test
    void what_can_be_done_about_a_finding_or_an_opinion_is_allowed() {
        var story = CaseScenario.applied("2024-03-05").given("officer-a", refuse221g("BC"));
        assertThat(allowed(story))
                .contains(PresentEvidence, RequestAdvisoryOpinion, DeferMedically, DeferCase)
                .doesNotContain(OvercomeRefusal, ReceiveAdvisoryOpinion, ResubmitToDepartment);
        assertThat(allowed(story.given("intake", evidence("F1")))).contains(OvercomeRefusal);
        assertThat(allowed(story.given("officer-a", ask("F1")))).contains(ReceiveAdvisoryOpinion);
        assertThat(allowed(story.given("visa-office", favourable("AO1", null)))).contains(ResubmitToDepartment);
        assertThat(allowed(CaseScenario.applied("2024-03-05").given("officer-a", refuseIneligible("212(a)(4)"))))
                .contains(RecordWaiver);
    }

    @Test
    void refusing_is_allowed_while_there_is_one_ground_that_the_department_has_not_spoken_for() {
        var story = CaseScenario.applied("2024-03-05")
                .given("officer-a", refuse221g("SAO"))
                .given("officer-a", refuse221g("FPU"))
                .given("officer-a", ask("F1"))
                .given("visa-office", favourable("AO1", null));
        assertThat(allowed(story)).doesNotContain(RefuseIneligible);
        story.given("officer-a", ask("F2")).given("visa-office", adverse("AO2", "212(e)"));
        assertThat(allowed(story)).contains(RefuseIneligible);
    }

    @Test
    void a_family_may_wait_for_a_member_who_is_refused_and_stop_waiting() {
        var story = Families.applied("2024-03-05");
        assertThat(allowed(story)).doesNotContain(ElectFamilyToWait, ElectToTravelSeparately);
        story.given("officer-a", refuseIneligible(A2, "212(a)(4)"));
        assertThat(allowed(story)).contains(ElectFamilyToWait);
        story.given("officer-b", Families.waitFor(A2, A1));
        assertThat(allowed(story)).contains(ElectToTravelSeparately);
    }

    private static List<CommandName> allowed(CaseScenario story) {
        return of(story).stream()
                .filter(Availability::allowed)
                .map(Availability::command)
                .toList();
    }

    private static RejectionCode objection(CaseScenario story, CommandName command) {
        return of(story).stream()
                .filter(it -> it.command() == command)
                .map(it -> Objects.requireNonNull(it.objection(), "allowed").code())
                .findFirst()
                .orElseThrow();
    }

    private static List<Availability> of(CaseScenario story) {
        return AvailableCommands.of(story.file(), story.context(TestActors.named("officer-b"), null, null));
    }
}
