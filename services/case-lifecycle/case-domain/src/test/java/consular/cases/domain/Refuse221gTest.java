package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.law.RejectionCode.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import consular.cases.domain.CaseCommand.Refuse221g;
import consular.cases.domain.CaseEvent.VisaRefused;
import consular.cases.domain.ReasonGiven.Processing;
import consular.cases.domain.ineligibility.FileCategory;
import consular.cases.domain.law.Rule;
import consular.cases.domain.refusals.ClassEntryState;
import consular.cases.domain.refusals.FindingKind;
import consular.cases.domain.refusals.ProposedAction;
import consular.cases.domain.refusals.ReviewClass;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Refuse221gTest {
    private final CaseScenario manila = CaseScenario.applied("2024-03-05");

    @Test
    void each_reason_is_a_finding_of_its_own() {
        manila.when("officer-a", refuse221g("original Birth Certificate", "FPU", "Med"))
                .thenEvents(VisaRefused.class)
                .thenState(ApplicationState.REFUSED)
                .thenFee(FeeStatus.OPEN);
        assertThat(manila.refusal("R1").findings())
                .extracting(it -> it.findingId().value(), it -> it.annotation(), it -> it.kind())
                .containsExactly(
                        tuple("F1", "Or BC", FindingKind.DOCUMENT),
                        tuple("F2", "FPU", FindingKind.ADMIN_PROCESSING),
                        tuple("F3", "Med", FindingKind.APPLICANT_ACTION));
        assertThat(manila.refusal("R1").fileCategory()).isEqualTo(FileCategory.II);
        assertThat(manila.refusal("R1").review().reviewClass()).isEqualTo(ReviewClass.DISCRETIONARY);
        assertThat(manila.refusal("R1").classEntry().state()).isEqualTo(ClassEntryState.NONE);
        assertThat(manila.line(VisaRefused.class).stamp().rules())
                .contains(
                        Rule.STATUTORY_BASE_OF_221G,
                        Rule.TERMINATION_AFTER_221G,
                        Rule.NO_CLOCK_FOR_ADMINISTRATIVE_PROCESSING,
                        Rule.NOTICE_OF_REFUSAL);
    }

    @ParameterizedTest(name = "{0}: a clock of termination: {1}")
    @CsvSource({"BC, true", "Oath, true", "SAO, false", "ACS, false"})
    void only_what_the_applicant_must_bring_or_do_starts_the_clock(String annotation, boolean clock) {
        manila.given("officer-a", refuse221g(annotation));
        assertThat(manila.finding("F1").terminateFrom() != null).isEqualTo(clock);
        assertThat(manila.finding("F1").reinstateBy() != null).isEqualTo(clock);
        assertThat(manila.finding("F1").feeWindowEnd()).isEqualTo("2025-03-05");
    }

    @Test
    void the_officer_states_what_other_and_post_specific_action_await() {
        manila.given(
                "officer-a",
                refuse221g(
                        new ReasonGiven("Other", Processing.EVIDENCE, "a letter from the employer"),
                        new ReasonGiven("Post specific action", Processing.ADMINISTRATIVE, null)));
        assertThat(manila.finding("F1").kind()).isEqualTo(FindingKind.DOCUMENT);
        assertThat(manila.finding("F1").terminateFrom()).isEqualTo("2025-03-06");
        assertThat(manila.finding("F2").kind()).isEqualTo(FindingKind.ADMIN_PROCESSING);
        assertThat(manila.finding("F2").annotation()).isEqualTo("Post specific action");

        manila.when("officer-a", refuse221g("Post specific action")).thenMalformed("/reasons/0/processing");
        manila.when(
                        "officer-a",
                        refuse221g(
                                new ReasonGiven("BC", null, null), new ReasonGiven("PPT", Processing.EVIDENCE, null)))
                .thenMalformed("/reasons/1/processing");
    }

    @Test
    void other_needs_a_note() {
        manila.when("officer-a", refuse221g(new ReasonGiven("Other", Processing.EVIDENCE, " ")))
                .thenRejected(NOTE_REQUIRED);
    }

    @Test
    void a_prefix_before_other_does_not_apply() {
        manila.when("officer-a", refuse221g(new ReasonGiven("Or Other", Processing.EVIDENCE, "x")))
                .thenRejected(PREFIX_NOT_APPLICABLE);
    }

    @Test
    void no_reason_is_no_ground() {
        manila.when("officer-a", new Refuse221g(A1, List.of(), null)).thenRejected(NO_GROUND);
        manila.when("officer-a", new Refuse221g(A1, null, null)).thenRejected(NO_GROUND);
    }

    @Test
    void the_whole_stored_form_tells_duplicates() {
        manila.when("officer-a", refuse221g("BC", "Birth certificate")).thenRejected(DUPLICATE_REASON);
        manila.when("officer-a", refuse221g("Or pet BC", "pet Or BC")).thenRejected(DUPLICATE_REASON);
        manila.when("officer-a", refuse221g("BC", "Or BC", "pet BC")).thenAccepted();
    }

    @Test
    void a_second_refusal_adds_findings_with_their_own_day() {
        manila.given("officer-a", refuse221g("BC"))
                .clock("2024-04-02T09:00")
                .given("officer-b", refuse221g("BC", "PC"));
        assertThat(manila.finding("F1").refusedOn()).isEqualTo("2024-03-05");
        assertThat(manila.finding("F2").refusedOn()).isEqualTo("2024-04-02");
        assertThat(manila.applicant().refusals())
                .extracting(it -> it.officer().value())
                .containsExactly("officer-a", "officer-b");
        assertThat(manila.view().registration().anchor()).isEqualTo("2024-04-02");
    }

    @Test
    void it_is_not_used_while_a_212a_finding_stands_but_may_stand_beside_212e() {
        manila.given("officer-a", refuseIneligible("212(e)"))
                .when("officer-a", refuse221g("BC"))
                .thenAccepted();
        CaseScenario.applied("2024-03-05")
                .given("officer-a", refuseIneligible("212(a)(4)"))
                .when("officer-a", refuse221g("BC"))
                .thenRejected(G221_WITH_212A);
    }

    @Test
    void it_may_follow_a_212a_finding_that_was_overcome() {
        manila.given("officer-a", refuseCurable("212(a)(4)"))
                .given("intake", evidence("F1"))
                .given("officer-a", overcome("F1"))
                .clock("2024-03-06T09:00")
                .when("officer-a", refuse221g("PC"))
                .thenAccepted();
        assertThat(manila.finding("F2").feeWindowEnd()).isEqualTo("2025-03-06");
    }

    @Test
    void nothing_is_refused_before_execution_nor_after_issuance() {
        CaseScenario.registered("2024-03-05")
                .when("officer-a", refuse221g("BC"))
                .thenRejected(NOT_EXECUTED);
        manila.given("officer-a", issue()).when("officer-a", refuse221g("BC")).thenRejected(BAD_STATE);
    }

    @Test
    void the_supervisor_who_reversed_decides() {
        manila.given("officer-a", refuseIneligible("212(a)(4)"))
                .given("supervisor-a", discuss("R1", ProposedAction.REVERSE))
                .given("supervisor-a", reverse("R1"))
                .when("officer-a", refuse221g("BC"))
                .thenRejected(RESPONSIBILITY_ASSUMED)
                .when("supervisor-a", refuse221g("BC"))
                .thenAccepted();
        assertThat(manila.view().responsibleOfficer()).isNull();
    }

    @Test
    void objections_come_in_the_order_of_the_contract() {
        manila.when("officer-a", refuse221g("NBI clearance", "Or FPU", "BC", "BC"))
                .thenRejected(UNKNOWN_REASON);
        manila.when("officer-a", refuse221g("Or FPU", "BC", "BC")).thenRejected(PREFIX_NOT_APPLICABLE);
        manila.when(
                        "officer-a",
                        refuse221g(
                                new ReasonGiven("BC", null, null),
                                new ReasonGiven("BC", null, null),
                                new ReasonGiven("Other", Processing.EVIDENCE, null)))
                .thenRejected(DUPLICATE_REASON);
        manila.given("officer-a", refuseIneligible("212(a)(4)"))
                .when("officer-a", refuse221g(new ReasonGiven("Other", Processing.EVIDENCE, null)))
                .thenRejected(NOTE_REQUIRED);
    }

    @Test
    void a_refusal_that_is_not_straightforward_is_to_be_reviewed_at_once() {
        manila.given("officer-a", new Refuse221g(A1, List.of(new ReasonGiven("BC", null, null)), false));
        assertThat(manila.line(VisaRefused.class).stamp().rules()).contains(Rule.REVIEW_AT_ONCE_IF_NOT_STRAIGHTFORWARD);
        assertThat(manila.refusal("R1").review().target()).isEqualTo("2024-03-05");
    }
}
