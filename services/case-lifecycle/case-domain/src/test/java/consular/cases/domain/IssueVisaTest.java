package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.law.RejectionCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.VisaIssued;
import consular.cases.domain.law.Rule;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.ProposedAction;
import org.junit.jupiter.api.Test;

/** Issuing a visa. Holds R-FAM-02, R-ANN-02. */
class IssueVisaTest {

    @Test
    void an_undecided_application_may_be_issued() {
        CaseScenario.applied("2024-03-05")
                .when("officer-a", issue())
                .thenEvents(VisaIssued.class)
                .thenState(ApplicationState.ISSUED)
                .thenFee(FeeStatus.PAID);
    }

    @Test
    void nothing_is_issued_before_an_application_is_executed() {
        CaseScenario.registered("2024-03-05").when("officer-a", issue()).thenRejected(NOT_EXECUTED);
    }

    @Test
    void a_visa_is_issued_once() {
        CaseScenario.applied("2024-03-05")
                .given("officer-a", issue())
                .when("officer-b", issue())
                .thenRejected(ALREADY_ISSUED);
    }

    @Test
    void a_derivative_follows_the_principal() {
        family().given("officer-a", refuse221g("BC"))
                .when("officer-a", issue(A2, null))
                .thenRejected(DERIVATIVE_WITHOUT_PRINCIPAL);
        family().when("officer-a", issue(A2, null)).thenRejected(DERIVATIVE_WITHOUT_PRINCIPAL);
        family().given("officer-a", issue()).when("officer-a", issue(A2, null)).thenAccepted();
    }

    @Test
    void an_active_finding_stands_in_the_way() {
        CaseScenario.applied("2024-03-05")
                .given("officer-a", refuse221g("BC"))
                .when("officer-a", issue())
                .thenRejected(FINDINGS_ACTIVE);
    }

    @Test
    void what_was_overcome_is_annotated_and_nothing_else_is() {
        var overcome = CaseScenario.applied("2024-03-05")
                .given("officer-a", refuseCurable("212(a)(4)"))
                .given("intake", evidence("F1"))
                .given("officer-a", overcome("F1"));
        overcome.when("officer-a", issue()).thenRejected(ANNOTATION_MISSING);
        overcome.when("officer-a", issue(VisaAnnotation.WAIVER)).thenRejected(WRONG_ANNOTATION);
        overcome.when("officer-a", issue(VisaAnnotation.OVERCOME)).thenAccepted();
        assertThat(overcome.line(VisaIssued.class).stamp().rules()).contains(Rule.ANNOTATE_WHAT_WAS_OVERCOME);

        CaseScenario.applied("2024-03-05")
                .given("officer-a", refuse221g("BC"))
                .given("intake", evidence("F1"))
                .given("officer-a", overcome("F1"))
                .when("officer-a", issue(VisaAnnotation.OVERCOME))
                .thenRejected(WRONG_ANNOTATION)
                .when("officer-a", issue())
                .thenAccepted();
    }

    @Test
    void a_waiver_is_annotated_as_one_even_beside_something_overcome() {
        var story = CaseScenario.applied("2024-03-05")
                .given("officer-a", refuseIneligible("212(a)(4)", "212(a)(9)(B)(i)(II)"))
                .given("intake", evidence("F1"))
                .given("officer-a", overcome("F1"))
                .given("intake", waive("F2"));
        story.when("officer-a", issue()).thenRejected(ANNOTATION_MISSING);
        story.when("officer-a", issue(VisaAnnotation.OVERCOME)).thenRejected(WRONG_ANNOTATION);
        story.when("officer-a", issue(VisaAnnotation.WAIVER)).thenAccepted();
    }

    @Test
    void a_waived_212e_needs_the_waiver_annotation_and_an_overcome_one_none() {
        CaseScenario.applied("2024-03-05")
                .given("officer-a", refuseIneligible("212(e)"))
                .given("intake", waive("F1"))
                .when("officer-a", issue(VisaAnnotation.WAIVER))
                .thenAccepted();
        CaseScenario.applied("2024-03-05")
                .given("officer-a", refuseIneligible("212(e)"))
                .given("intake", evidence("F1"))
                .given("officer-a", overcome("F1"))
                .when("officer-a", issue())
                .thenAccepted();
    }

    @Test
    void a_lapsed_fee_stands_in_the_way_before_the_annotation_does() {
        CaseScenario.applied("2023-03-06")
                .given("officer-a", refuseCurable("212(a)(4)"))
                .clock("2024-03-07T09:00")
                .given("intake", evidence("F1"))
                .given("officer-a", overcome("F1"))
                .when("officer-a", issue())
                .thenRejected(NEW_APPLICATION_AND_FEE_REQUIRED);
    }

    @Test
    void the_supervisor_who_reversed_decides_before_anything_else_is_asked() {
        var story = CaseScenario.applied("2024-03-05")
                .given("officer-a", refuseIneligible("212(a)(4)"))
                .given("supervisor-a", discuss("R1", ProposedAction.REVERSE))
                .given("supervisor-a", reverse("R1"));
        story.when("officer-a", issue()).thenRejected(RESPONSIBILITY_ASSUMED);
        story.when("supervisor-x", issue(VisaAnnotation.OVERCOME)).thenRejected(RESPONSIBILITY_ASSUMED);
        story.when("supervisor-a", issue()).thenRejected(ANNOTATION_MISSING);
        story.when("supervisor-a", issue(VisaAnnotation.OVERCOME)).thenAccepted();
        assertThat(story.view().responsibleOfficer()).isNull();
    }

    @Test
    void objections_come_in_the_order_of_the_contract() {
        var story = family().given("officer-a", refuse221g(A2, "SAO"))
                .given("officer-a", new CaseCommand.RequestAdvisoryOpinion(A2, findingId("F1"), "?"));
        story.when("officer-a", issue(A2, VisaAnnotation.WAIVER)).thenRejected(DERIVATIVE_WITHOUT_PRINCIPAL);
        story.given("officer-a", issue());
        story.when("officer-a", issue(A2, VisaAnnotation.WAIVER)).thenRejected(AO_PENDING);
        story.given("visa-office", adverse("AO1", null));
        story.when("officer-a", issue(A2, VisaAnnotation.WAIVER)).thenRejected(AO_BINDING);
        story.given("officer-a", resubmit("AO1"));
        story.when("officer-a", issue(A2, VisaAnnotation.WAIVER)).thenRejected(FINDINGS_ACTIVE);
        story.clock("2025-03-07T09:00").given("officer-a", processed("F1"));
        story.when("officer-a", issue(A2, VisaAnnotation.WAIVER)).thenRejected(NEW_APPLICATION_AND_FEE_REQUIRED);
        story.given("intake", apply(A2));
        story.when("officer-a", issue(A2, VisaAnnotation.WAIVER)).thenRejected(WRONG_ANNOTATION);
        story.when("officer-a", issue(A2, null)).thenAccepted();
    }

    private static FindingId findingId(String id) {
        return new FindingId(id);
    }

    private static CaseScenario family() {
        return CaseScenario.at("MNL")
                .clock("2024-03-05T09:00")
                .given("intake", register("MNL", "F31", principal(), spouse()))
                .given("intake", apply())
                .given("intake", apply(A2));
    }
}
