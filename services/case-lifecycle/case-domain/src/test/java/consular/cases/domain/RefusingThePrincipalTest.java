package consular.cases.domain;

import static consular.cases.domain.ApplicationState.*;
import static consular.cases.domain.Commands.*;
import static consular.cases.domain.Families.*;
import static consular.cases.domain.law.RejectionCode.*;
import static consular.cases.domain.refusals.FindingStatus.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.ApplicationExecuted;
import consular.cases.domain.CaseEvent.ApplicationReopened;
import consular.cases.domain.CaseEvent.FindingsSuperseded;
import consular.cases.domain.CaseEvent.RefusalOvercome;
import consular.cases.domain.CaseEvent.RefusalReversedByAdjudicator;
import consular.cases.domain.CaseEvent.VisaRefused;
import consular.cases.domain.CaseEvent.WaiverRecorded;
import consular.cases.domain.law.Rule;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.refusals.FindingKind;
import consular.cases.domain.refusals.OvercomeBasis;
import consular.cases.domain.refusals.ProposedAction;
import consular.cases.domain.refusals.ReviewClass;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a refusal of the principal does to the rest of the family, and what it does when the principal is cleared. */
class RefusingThePrincipalTest {
    private final CaseScenario family = Families.applied("2024-04-08");

    @Test
    void refuses_the_others_in_the_same_decision() {
        family.when("officer-a", refuse221g("PC")).thenEvents(VisaRefused.class, VisaRefused.class, VisaRefused.class);
        assertThat(states(family)).containsOnly(REFUSED);
        assertThat(family.lastEvents())
                .extracting(it -> it.stamp().decision())
                .containsOnly(family.lastEvents().getFirst().stamp().sequence());
        assertThat(following(family, A1)).isEmpty();
        assertThat(List.of(A2, A3))
                .allSatisfy(member -> assertThat(following(family, member))
                        .singleElement()
                        .satisfies(finding -> {
                            assertThat(finding.ground()).isEqualTo("221(g)");
                            assertThat(finding.annotation()).isEqualTo("Other");
                            assertThat(finding.kind()).isEqualTo(FindingKind.FOLLOWS_FAMILY);
                            assertThat(finding.refusedOn()).isEqualTo("2024-04-08");
                            assertThat(finding.feeWindowEnd()).isEqualTo("2025-04-08");
                            assertThat(finding.terminateFrom()).isNull();
                            assertThat(finding.reinstateBy()).isNull();
                        }));
    }

    @Test
    void says_in_the_record_whom_the_others_follow_and_names_nobody() {
        family.given("officer-a", refuseIneligible("212(a)(4)"));
        var followed = family.all(VisaRefused.class).stream()
                .filter(it -> !it.applicantId().equals(A1))
                .toList();
        assertThat(followed).hasSize(2).allSatisfy(refused -> {
            var finding = refused.findings().getFirst();
            assertThat(finding.followsApplicantId()).isEqualTo(A1);
            assertThat(finding.note()).contains("a1").doesNotContain("Santos", "Maria");
            assertThat(finding.factualBasis()).isNull();
            assertThat(refused.officer()).isEqualTo(new OfficerId("officer-a"));
            assertThat(refused.reviewClass()).isEqualTo(ReviewClass.DISCRETIONARY);
        });
        assertThat(family.lastEvents().getLast().stamp().rules())
                .contains(Rule.DERIVATIVE_FOLLOWS_PRINCIPAL)
                .doesNotContain(Rule.TERMINATION_AFTER_221G);
    }

    @Test
    void reaches_only_those_whose_application_is_open() {
        var early = Families.registered("2024-04-08").given("intake", apply(A1)).given("intake", apply(A2));
        early.given("officer-a", refuse221g(A2, "BC"));
        early.when("officer-a", refuse221g("PC")).thenEvents(VisaRefused.class);
        assertThat(states(early)).containsExactly(REFUSED, REFUSED, REGISTERED);
        assertThat(following(early, A2)).isEmpty();
    }

    @Test
    void reaches_a_member_whose_application_was_reopened() {
        family.given("officer-a", refuse221g(A2, "BC"))
                .given("intake", evidence(A2, "F1"))
                .given("officer-a", overcome("F1"));
        family.given("officer-a", refuse221g("PC"));
        assertThat(waits(family, A2)).containsExactly(ACTIVE);
    }

    @Test
    void a_second_refusal_of_the_principal_adds_nothing_to_those_who_wait_already() {
        family.given("officer-a", refuse221g("PC"));
        family.when("officer-a", refuse221g("BC")).thenEvents(VisaRefused.class);
        family.clock("2024-05-06T09:00")
                .when("officer-a", refuseIneligible("212(a)(4)"))
                .thenEvents(FindingsSuperseded.class, VisaRefused.class);
        assertThat(following(family, A2))
                .singleElement()
                .satisfies(it -> assertThat(it.refusedOn()).isEqualTo("2024-04-08"));
    }

    @Test
    void refusing_a_spouse_or_child_does_nothing_to_the_others() {
        family.when("officer-a", refuseIneligible(A3, "212(a)(1)(A)(i)")).thenEvents(VisaRefused.class);
        assertThat(states(family)).containsExactly(UNDECIDED, UNDECIDED, REFUSED);
    }

    @Test
    void one_who_executes_while_the_principal_stands_refused_is_refused_at_once() {
        var late = Families.registered("2024-04-08")
                .given("intake", apply(A1))
                .given("officer-a", refuse221g("PC"))
                .clock("2024-05-06T09:00");
        late.when("intake", apply(A2)).thenEvents(ApplicationExecuted.class, VisaRefused.class);
        assertThat(waits(late, A2)).containsExactly(ACTIVE);
        assertThat(following(late, A2).getFirst().refusedOn()).isEqualTo("2024-05-06");
        assertThat(late.all(VisaRefused.class).getLast().officer())
                .as("the officer who refused the principal decides, not the clerk")
                .isEqualTo(new OfficerId("officer-a"));
    }

    @Test
    void one_who_executes_after_the_principal_was_cleared_is_not() {
        var late = Families.registered("2024-04-08")
                .given("intake", apply(A1))
                .given("officer-a", refuse221g("SAO"))
                .given("officer-a", processed("F1"));
        late.when("intake", apply(A2)).thenEvents(ApplicationExecuted.class);
    }

    @Test
    void clearing_the_principal_releases_the_others_in_the_same_decision() {
        family.given("officer-a", refuse221g("PC", "BC"))
                .clock("2024-10-07T09:00")
                .given("intake", evidence("F1", "F2"));
        family.when("officer-b", overcome("F1")).thenEvents(RefusalOvercome.class);
        assertThat(states(family)).containsOnly(REFUSED);
        family.when("officer-b", overcome("F2"))
                .thenEvents(
                        RefusalOvercome.class,
                        ApplicationReopened.class,
                        RefusalOvercome.class,
                        ApplicationReopened.class,
                        RefusalOvercome.class,
                        ApplicationReopened.class);
        assertThat(states(family)).containsOnly(REOPENED);
        assertThat(family.view().applicants())
                .allSatisfy(it -> assertThat(it.decisionDue()).isEqualTo("2024-10-07"));
        assertThat(family.all(RefusalOvercome.class).getLast().basis()).isEqualTo(OvercomeBasis.PROCESSING_COMPLETE);
        assertThat(family.lastEvents().get(2).stamp().rules()).contains(Rule.FAMILY_IS_RELEASED_TOGETHER);
    }

    @Test
    void a_waiver_or_a_reversal_clears_as_well() {
        family.given("officer-a", refuseIneligible("212(a)(9)(B)"));
        family.when("intake", waive("F1"))
                .thenEvents(
                        WaiverRecorded.class,
                        ApplicationReopened.class,
                        RefusalOvercome.class,
                        ApplicationReopened.class,
                        RefusalOvercome.class,
                        ApplicationReopened.class);

        var reversed = Families.applied("2024-04-08").given("officer-a", refuseIneligible("212(a)(4)"));
        reversed.when("officer-a", reverseOwn("R1"));
        assertThat(reversed.lastEvents().getFirst().event()).isInstanceOf(RefusalReversedByAdjudicator.class);
        assertThat(states(reversed)).containsOnly(REOPENED);
    }

    @Test
    void superseding_does_not_clear() {
        family.given("officer-a", refuse221g("PC")).given("officer-a", refuseIneligible("212(a)(4)"));
        assertThat(waits(family, A2)).containsExactly(ACTIVE);
    }

    @Test
    void a_member_refused_on_other_findings_as_well_stays_refused() {
        family.given("officer-a", refuse221g("SAO"))
                .given("officer-a", refuse221g(A2, "BC"))
                .given("officer-a", processed("F1"));
        assertThat(states(family)).containsExactly(REOPENED, REFUSED, REOPENED);
        assertThat(waits(family, A2)).containsExactly(OVERCOME);
    }

    @Test
    void a_member_found_ineligible_meanwhile_waits_no_longer_and_is_not_released() {
        family.given("officer-a", refuse221g("SAO")).given("officer-a", refuseIneligible(A2, "212(a)(4)"));
        assertThat(waits(family, A2)).containsExactly(SUPERSEDED);
        family.given("officer-a", processed("F1"));
        assertThat(states(family)).containsExactly(REOPENED, REFUSED, REOPENED);
    }

    @Test
    void a_finding_that_waits_is_neither_overcome_nor_waived_on_its_own() {
        family.given("officer-a", refuse221g("PC")).given("intake", evidence(A2, "F2"));
        family.when("officer-a", processed("F2")).thenRejected(BAD_FINDING_STATE);
        family.when("officer-a", overcome("F2")).thenRejected(BAD_FINDING_STATE);
        family.when("intake", waive("F2")).thenRejected(NO_WAIVER_221G);
    }

    @Test
    void who_is_released_after_the_year_needs_a_new_application_and_fee() {
        family.given("officer-a", refuse221g("SAO")).clock("2025-04-09T09:00").given("officer-a", processed("F1"));
        assertThat(member(family, A2).feeStatus()).isEqualTo(FeeStatus.LAPSED);
        assertThat(states(family)).containsOnly(REOPENED);
    }

    @Test
    void a_member_whom_a_supervisor_has_to_decide_is_refused_with_the_principal_all_the_same() {
        family.given("officer-a", refuse221g(A2, "BC"))
                .given("supervisor-a", discuss("R1", ProposedAction.REVERSE))
                .given("supervisor-a", reverse("R1"))
                .given("officer-a", refuse221g("PC"));
        assertThat(waits(family, A2)).containsExactly(ACTIVE);
        assertThat(family.file().applicant(A2).orElseThrow().responsible()).isNull();
    }

    @Test
    void termination_freezes_those_who_wait_until_reinstatement() {
        family.given("officer-a", refuse221g("PC")).clock("2025-04-09T09:00");
        family.thenRegistration(RegistrationState.TERMINATED);
        assertThat(waits(family, A2)).containsExactly(ACTIVE);
        family.when("officer-a", travelWithout(A3, A2)).thenRejected(REGISTRATION_TERMINATED);
        family.when("officer-a", waitFor(A1, A2)).thenRejected(REGISTRATION_TERMINATED);
        family.given("officer-a", reinstate()).given("intake", evidence("F1")).given("officer-a", overcome("F1"));
        assertThat(states(family)).containsOnly(REOPENED);
    }

    @Test
    void findings_of_those_who_wait_are_no_reason_to_end_the_registration() {
        family.given("officer-a", refuse221g("SAO")).clock("2026-01-05T09:00");
        family.thenRegistration(RegistrationState.ACTIVE);
        assertThat(family.view().registration().terminateFrom()).isNull();
    }

    @Test
    void in_a_nonimmigrant_case_each_is_decided_alone() {
        var visitors = NonimmigrantFamily.applied(LocalDate.of(2024, 4, 8));
        visitors.give(issue(A2, null));
        visitors.give(refuse221g("PC"));
        assertThat(visitors.states()).containsExactly(REFUSED, ISSUED, UNDECIDED);
        assertThat(visitors.codeOf(waitFor(A1, A3))).isEqualTo(BAD_STATE);
        assertThat(visitors.codeOf(travelWithout(A2, A3))).isEqualTo(BAD_STATE);
    }

    /** R-FAM-02 speaks of whoever is open when the principal is refused; after that the officer refuses. */
    @Test
    void who_is_open_again_while_the_principal_stands_refused_waits_only_when_the_officer_says_so() {
        var story = reopenedLater();
        assertThat(member(story, A2).state()).isEqualTo(REOPENED);
        story.when("officer-a", issue(A2, null)).thenRejected(DERIVATIVE_WITHOUT_PRINCIPAL);
        story.given("officer-a", waitFor(A1, A2));
        assertThat(member(story, A2).state()).isEqualTo(REFUSED);
        story.given("intake", evidence("F2")).given("officer-a", overcome("F2"));
        assertThat(member(story, A2).state()).isEqualTo(REOPENED);
    }

    @Test
    void so_does_one_whose_sanction_is_lifted() {
        var story = reopenedLater().given("visa-office", discontinue("243d-1"));
        assertThat(member(story, A2).state()).isEqualTo(DISCONTINUED);
        story.given("visa-office", lift("243d-1"));
        assertThat(member(story, A2).state()).isEqualTo(REOPENED);
        assertThat(member(story, A1).state()).isEqualTo(REFUSED);
    }

    /** The spouse was refused before the principal, on a finding that has been overcome since. */
    private static CaseScenario reopenedLater() {
        return applied("2024-04-08")
                .given("officer-a", refuse221g(A2, "PC"))
                .given("officer-a", refuse221g("BC"))
                .given("intake", evidence(A2, "F1"))
                .given("officer-a", overcome("F1"));
    }
}
