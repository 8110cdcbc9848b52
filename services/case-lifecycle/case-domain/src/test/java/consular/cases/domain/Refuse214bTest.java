package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.law.RejectionCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.Refuse214b;
import consular.cases.domain.CaseEvent.FindingsSuperseded;
import consular.cases.domain.CaseEvent.VisaRefused;
import consular.cases.domain.EventByTime.FeeWindowClosed;
import consular.cases.domain.ineligibility.FileCategory;
import consular.cases.domain.law.Rule;
import consular.cases.domain.refusals.ClassEntryState;
import consular.cases.domain.refusals.FindingKind;
import consular.cases.domain.refusals.FindingStatus;
import consular.cases.domain.refusals.ProposedAction;
import consular.cases.domain.refusals.ReviewClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class Refuse214bTest {
    private final CaseScenario visitor = CaseScenario.appliedFor("B2", "2024-06-03");

    @Test
    void makes_a_substantive_finding_without_a_fee_window() {
        visitor.when("officer-a", refuse214b())
                .thenEvents(VisaRefused.class)
                .thenState(ApplicationState.REFUSED)
                .thenFee(FeeStatus.PAID);

        var finding = visitor.finding("F1");
        assertThat(finding.ground()).isEqualTo("214(b)");
        assertThat(finding.kind()).isEqualTo(FindingKind.SUBSTANTIVE);
        assertThat(finding.feeWindowEnd()).isNull();
        assertThat(finding.terminateFrom()).isNull();
        var refusal = visitor.refusal("R1");
        assertThat(refusal.fileCategory()).isEqualTo(FileCategory.II);
        assertThat(refusal.review().reviewClass()).isEqualTo(ReviewClass.MANDATORY);
        assertThat(refusal.review().target()).isEqualTo("2024-06-03");
        assertThat(refusal.review().deadline()).isNull();
        assertThat(refusal.classEntry().state()).isEqualTo(ClassEntryState.NONE);
        assertThat(visitor.lastEvents().getFirst().stamp().rules())
                .contains(Rule.PRESUMED_AN_IMMIGRANT, Rule.APPLY_ANEW_AFTER_214B)
                .doesNotContain(Rule.ONE_YEAR_TO_OVERCOME);
        assertThat(visitor.deadlines(DeadlineKind.FEE_WINDOW)).isEmpty();
        assertThat(visitor.deadlines(DeadlineKind.NIV_LAPSE)).isEmpty();
        visitor.clock("2026-06-03T09:00").thenNever(FeeWindowClosed.class).thenState(ApplicationState.REFUSED);
    }

    @Test
    void needs_an_application() {
        CaseScenario.registeredFor("B2", "2024-06-03")
                .when("officer-a", refuse214b())
                .thenRejected(NOT_EXECUTED);
    }

    @Test
    void is_too_late_once_the_visa_is_issued() {
        visitor.given("officer-a", issue()).when("officer-a", refuse214b()).thenRejected(BAD_STATE);
    }

    @Test
    void bars_nonimmigrants_only() {
        CaseScenario.applied("2024-03-05")
                .when("officer-a", refuse214b())
                .thenRejected(NIV_ONLY_GROUND, Rule.REFUSAL_RESTS_ON_A_GROUND);
    }

    @ParameterizedTest
    @ValueSource(strings = {"L1", "L2", "V1", "V2", "V3", "H1A", "H1B", "H1C"})
    void some_are_not_presumed_immigrants(String visaClass) {
        CaseScenario.appliedFor(visaClass, "2024-06-03")
                .when("officer-a", refuse214b())
                .thenRejected(PRESUMPTION_EXEMPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"H1B1", "H2A", "H3", "H4", "B1/B2", "F1", "O1", "K1"})
    void others_are(String visaClass) {
        CaseScenario.appliedFor(visaClass, "2024-06-03")
                .when("officer-a", refuse214b())
                .thenAccepted();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  "})
    void rests_on_facts(String facts) {
        visitor.when("officer-a", new Refuse214b(A1, facts)).thenRejected(FACTUAL_BASIS_REQUIRED);
    }

    @Test
    void is_not_given_as_a_ground_of_ineligibility() {
        visitor.when("officer-a", refuseIneligible(" 214(b) ")).thenRejected(UNKNOWN_GROUND);
    }

    @Test
    void takes_the_place_of_221g_findings_that_stand() {
        visitor.given("officer-a", refuse221g("BC")).given("officer-a", refuse214b());

        assertThat(visitor.all(FindingsSuperseded.class)).hasSize(1);
        assertThat(visitor.finding("F1").status()).isEqualTo(FindingStatus.SUPERSEDED);
        assertThat(visitor.finding("F2").status()).isEqualTo(FindingStatus.ACTIVE);
    }

    @Test
    void waits_for_an_advisory_opinion() {
        visitor.given("officer-a", refuse221g("SAO"))
                .given("officer-a", ask("F1"))
                .when("officer-a", refuse214b())
                .thenRejected(AO_PENDING);
    }

    @Test
    void is_for_the_supervisor_who_reversed_the_last_refusal() {
        visitor.given("officer-a", refuseIneligible("212(a)(4)"))
                .given("supervisor-a", discuss("R1", ProposedAction.REVERSE))
                .given("supervisor-a", reverse("R1"))
                .when("officer-a", refuse214b())
                .thenRejected(RESPONSIBILITY_ASSUMED);
    }

    @Test
    void is_neither_overcome_nor_waived_but_evidence_may_be_filed() {
        visitor.given("officer-a", refuse214b()).given("intake", evidence("F1"));

        assertThat(visitor.finding("F1").evidence().getFirst().timely()).isFalse();
        visitor.when("officer-a", overcome("F1")).thenRejected(BAD_FINDING_STATE);
        visitor.when("intake", waive("F1")).thenRejected(BAD_FINDING_STATE);
        visitor.when("officer-a", issue()).thenRejected(FINDINGS_ACTIVE);
    }

    @Test
    void ends_the_application_for_want_of_documents_but_another_ineligibility_may_come_to_light() {
        visitor.given("officer-a", refuse214b());

        visitor.when("officer-a", refuse221g("BC")).thenRejected(BAD_STATE);
        visitor.when("officer-a", refuse214b()).thenRejected(BAD_STATE);
        visitor.when("intake", apply()).thenRejected(ALREADY_EXECUTED);
        visitor.when("officer-a", refuseIneligible("212(a)(6)(C)(i)")).thenAccepted();
    }

    @Test
    void may_be_reversed_and_is_then_decided_anew() {
        visitor.given("officer-a", refuse214b())
                .given("officer-a", reverseOwn("R1"))
                .thenState(ApplicationState.REOPENED)
                .thenFee(FeeStatus.PAID)
                .given("officer-a", issue())
                .thenState(ApplicationState.ISSUED);
    }
}
