package consular.cases.domain;

import static consular.cases.domain.ApplicationState.*;
import static consular.cases.domain.Commands.*;
import static consular.cases.domain.DeadlineKind.TERM_B;
import static consular.cases.domain.Families.*;
import static consular.cases.domain.MedicalResult.*;
import static consular.cases.domain.law.RejectionCode.*;
import static consular.cases.domain.refusals.FindingStatus.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.FindingsSuperseded;
import consular.cases.domain.CaseEvent.MedicalResultRecorded;
import consular.cases.domain.CaseEvent.VisaRefused;
import consular.cases.domain.refusals.FindingKind;
import org.junit.jupiter.api.Test;

/** What the tests have shown is recorded; the officer decides. */
class RecordMedicalResultTest {
    private final CaseScenario manila = CaseScenario.applied("2024-04-08")
            .given("officer-a", refuse221g("BC", "Proof ID"))
            .given("officer-a", defer(A1, "F1", "2024-12-31"));

    @Test
    void cleared_counts_as_evidence_on_the_finding_deferred_and_on_no_other() {
        manila.clock("2024-06-03T09:00").when("officer-a", result(A1, CLEARED)).thenEvents(MedicalResultRecorded.class);
        assertThat(manila.finding("F1").status()).isEqualTo(ACTIVE);
        assertThat(manila.finding("F1").evidence()).singleElement().satisfies(it -> {
            assertThat(it.receivedOn()).isEqualTo("2024-06-03");
            assertThat(it.timely()).isTrue();
            assertThat(it.documents()).isEmpty();
        });
        manila.thenFee(FeeStatus.COVERED).thenDeadline(TERM_B, "2025-04-08", "2025-04-09", DeadlineState.MET);
        manila.when("officer-a", overcome("F2")).thenRejected(NO_EVIDENCE);
        manila.when("officer-a", overcome("F1")).thenAccepted();
    }

    @Test
    void positive_changes_nothing_but_the_record() {
        var before = manila.view();
        manila.when("officer-a", result(A1, POSITIVE)).thenEvents(MedicalResultRecorded.class);
        assertThat(manila.view().applicants()).isEqualTo(before.applicants());
        assertThat(manila.view().registration()).isEqualTo(before.registration());
        manila.when("officer-a", overcome("F1")).thenRejected(NO_EVIDENCE);
    }

    @Test
    void without_a_deferral_it_speaks_to_a_medical_finding() {
        var exam = CaseScenario.applied("2024-04-08").given("officer-a", refuse221g("Med", "BC"));
        exam.given("officer-a", result(A1, CLEARED));
        assertThat(exam.finding("F1").evidence()).hasSize(1);
        assertThat(exam.finding("F2").evidence()).isEmpty();

        var found = CaseScenario.applied("2024-04-08").given("officer-a", refuseIneligible("212(a)(1)(A)(i)"));
        found.given("officer-a", result(A1, CLEARED))
                .given("officer-a", overcome("F1"))
                .thenState(REOPENED);
    }

    @Test
    void where_nothing_waits_for_one_the_applicant_is_to_be_refused_and_deferred_first() {
        var applied = CaseScenario.applied("2024-04-08");
        applied.when("officer-a", result(A1, CLEARED)).thenRejected(DEFERRAL_NEEDS_221G);
        applied.given("officer-a", refuse221g("BC"));
        applied.when("officer-a", result(A1, POSITIVE)).thenRejected(DEFERRAL_NEEDS_221G);
        CaseScenario.applied("2024-04-08")
                .given("officer-a", refuseIneligible("212(a)(10)(A)"))
                .when("officer-a", result(A1, CLEARED))
                .thenRejected(DEFERRAL_NEEDS_221G);
        manila.when("officer-a", result(A2, CLEARED)).thenMalformed("/applicantId");
    }

    @Test
    void late_it_counts_as_late_evidence() {
        manila.given("officer-a", defer(A1, "F1", "2025-12-31"))
                .clock("2025-06-02T09:00")
                .given("officer-a", result(A1, CLEARED))
                .thenFee(FeeStatus.LAPSED);
        assertThat(manila.finding("F1").evidence().getFirst().timely()).isFalse();
        manila.thenRegistration(RegistrationState.ACTIVE);
    }

    @Test
    void of_a_family_with_suspected_tuberculosis_only_the_afflicted_is_found_ineligible() {
        var family = Families.applied("2024-04-08")
                .given("officer-a", refuse221g(A3, "Med"))
                .given("officer-a", defer(A3, "F1", "2024-10-08"))
                .given("officer-a", waitFor(A3, A1, A2))
                .clock("2024-07-08T09:00")
                .given("officer-a", result(A3, POSITIVE));
        assertThat(family.finding("F1").status()).isEqualTo(ACTIVE);

        family.when("officer-a", refuseIneligible(A3, "212(a)(1)(A)(i)"))
                .thenEvents(FindingsSuperseded.class, VisaRefused.class);
        assertThat(family.finding("F1").status()).isEqualTo(SUPERSEDED);
        assertThat(family.finding("F4").kind()).isEqualTo(FindingKind.SUBSTANTIVE);
        assertThat(family.finding("F4").refusedOn()).isEqualTo("2024-07-08");
        for (var member : ids("a1", "a2")) {
            assertThat(following(family, member)).singleElement().satisfies(it -> {
                assertThat(it.status()).isEqualTo(ACTIVE);
                assertThat(it.refusedOn()).as("the original date").isEqualTo("2024-04-08");
            });
        }

        family.clock("2024-12-02T09:00").given("officer-a", result(A3, CLEARED)).given("officer-a", overcome("F4"));
        assertThat(states(family)).containsOnly(REOPENED);
    }

    @Test
    void of_a_family_whose_member_is_cleared_all_go_on_together() {
        var family = Families.applied("2024-04-08")
                .given("officer-a", refuse221g(A3, "Med"))
                .given("officer-a", defer(A3, "F1", "2024-10-08"))
                .given("officer-a", waitFor(A3, A1, A2))
                .clock("2024-07-08T09:00")
                .given("officer-a", result(A3, CLEARED));
        assertThat(states(family)).containsOnly(REFUSED);
        family.given("officer-a", overcome("F1"));
        assertThat(states(family)).containsOnly(REOPENED);
    }
}
