package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.law.RejectionCode.*;
import static consular.cases.domain.refusals.ProposedAction.REFER;
import static consular.cases.domain.refusals.ProposedAction.REVERSE;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.ApplicantNotifiedOfReversal;
import consular.cases.domain.CaseEvent.ApplicationReopened;
import consular.cases.domain.CaseEvent.RefusalReversedByAdjudicator;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.refusals.ReviewState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reversing one's own refusal, and what follows a reversal: advice, notice, handing back. Holds R-SUP-09. */
class ReverseOwnRefusalTest {
    private final CaseScenario manila =
            CaseScenario.applied("2024-07-01").given("officer-a", refuseIneligible("212(a)(4)"));

    @Test
    void the_refusing_officer_may_reverse_which_resolves_an_open_review() {
        manila.when("officer-a", reverseOwn("R1"))
                .thenEvents(RefusalReversedByAdjudicator.class, ApplicationReopened.class)
                .thenState(ApplicationState.REOPENED);
        assertThat(manila.refusal("R1").review().state()).isEqualTo(ReviewState.RESOLVED_BY_ADJUDICATOR);
        assertThat(manila.view().responsibleOfficer()).isNull();
        manila.when("officer-b", issue(VisaAnnotation.OVERCOME)).thenAccepted();
    }

    @Test
    void no_supervisor_reviewed_what_its_own_officer_reversed() {
        manila.given("officer-a", reverseOwn("R1"));
        assertThat(manila.refusal("R1").review().reviewer()).isNull();
    }

    @Test
    void a_reviewer_who_had_begun_to_discuss_it_stays_the_reviewer() {
        manila.given("supervisor-a", discuss("R1", REVERSE)).given("officer-a", reverseOwn("R1"));
        assertThat(manila.refusal("R1").review().state()).isEqualTo(ReviewState.RESOLVED_BY_ADJUDICATOR);
        assertThat(manila.refusal("R1").review().reviewer()).isEqualTo(new OfficerId("supervisor-a"));
    }

    @Test
    void a_review_that_nobody_had_to_do_is_not_done_by_it() {
        var story = CaseScenario.applied("2024-07-01")
                .given("officer-a", refuse221g("BC"))
                .given("officer-a", reverseOwn("R1"));
        assertThat(story.refusal("R1").review().state()).isEqualTo(ReviewState.NOT_REQUIRED);
        var nassau = CaseScenario.appliedAt("NSS", "2024-07-01")
                .given("officer-a", refuseIneligible("212(a)(4)"))
                .given("officer-a", reverseOwn("R1"));
        assertThat(nassau.refusal("R1").review().state()).isEqualTo(ReviewState.NOT_REQUIRED);
    }

    /** Otherwise a reply could say that a supervisor concurred in what nobody maintains any more (R-SUP-01, R-NIV-04). */
    @Test
    void what_its_own_officer_reversed_is_not_reviewed_after_that() {
        for (var story : List.of(
                CaseScenario.applied("2024-07-01").given("officer-a", refuse221g("BC")),
                CaseScenario.appliedFor("B2", "2024-07-01").given("officer-a", refuse221g("BC")))) {
            story.given("officer-a", reverseOwn("R1"))
                    .when("supervisor-a", concur("R1"))
                    .thenRejected(BAD_OUTCOME)
                    .when("supervisor-a", discuss("R1", REVERSE))
                    .thenRejected(BAD_OUTCOME)
                    .when("supervisor-a", reverse("R1"))
                    .thenRejected(BAD_OUTCOME)
                    .when("supervisor-a", refer("R1"))
                    .thenRejected(BAD_OUTCOME);
            assertThat(story.refusal("R1").review().state()).isEqualTo(ReviewState.NOT_REQUIRED);
        }
    }

    @Test
    void a_review_that_is_closed_keeps_its_outcome() {
        manila.given("supervisor-a", concur("R1")).given("officer-a", reverseOwn("R1"));
        assertThat(manila.refusal("R1").review().state()).isEqualTo(ReviewState.CONCURRED);
    }

    @Test
    void the_applicant_is_told_of_it_though_the_supervisor_had_concurred() {
        manila.given("supervisor-a", concur("R1"));
        thenReversalIsTold(manila, ReviewState.CONCURRED);
    }

    @Test
    void the_applicant_is_told_of_it_after_a_referral_and_a_favourable_opinion() {
        manila.given("supervisor-a", discuss("R1", REFER))
                .given("supervisor-a", refer("R1"))
                .given("visa-office", favourable("AO1", null));
        thenReversalIsTold(manila, ReviewState.REFERRED);
    }

    @Test
    void the_applicant_is_told_of_it_after_a_consultation() {
        var nassau = CaseScenario.appliedAt("NSS", "2024-07-01")
                .given("officer-a", refuseIneligible("212(a)(4)"))
                .given("supervisor-a", consult("R1"));
        thenReversalIsTold(nassau, ReviewState.CONSULTED);
    }

    private static void thenReversalIsTold(CaseScenario story, ReviewState review) {
        story.when("supervisor-a", notifyOfReversal("R1")).thenRejected(BAD_STATE);
        story.given("officer-a", reverseOwn("R1"))
                .when("supervisor-a", notifyOfReversal("R1"))
                .thenEvents(ApplicantNotifiedOfReversal.class);
        assertThat(story.refusal("R1").review().state()).isEqualTo(review);
    }

    @Test
    void what_was_overcome_was_not_reversed() {
        manila.given("intake", evidence("F1"))
                .given("officer-a", overcome("F1"))
                .when("supervisor-a", notifyOfReversal("R1"))
                .thenRejected(BAD_STATE);
    }

    @Test
    void nobody_else_may_and_nothing_is_reversed_twice() {
        manila.when("officer-b", reverseOwn("R1")).thenRejected(NOT_ADJUDICATOR);
        manila.when("supervisor-a", reverseOwn("R1")).thenRejected(NOT_ADJUDICATOR);
        manila.given("officer-a", reverseOwn("R1"))
                .when("officer-a", reverseOwn("R1"))
                .thenRejected(BAD_STATE);
    }

    @Test
    void only_the_refusal_reversed_is_closed() {
        manila.given("officer-b", refuseIneligible("212(a)(6)(E)"))
                .when("officer-a", reverseOwn("R1"))
                .thenEvents(RefusalReversedByAdjudicator.class)
                .thenState(ApplicationState.REFUSED);
    }

    @Test
    void the_officer_is_advised_before_the_applicant() {
        manila.when("supervisor-a", adviseOfficer("R1")).thenRejected(BAD_STATE);
        manila.when("supervisor-a", notifyOfReversal("R1")).thenRejected(BAD_STATE);
        manila.given("supervisor-a", discuss("R1", REVERSE)).given("supervisor-a", reverse("R1"));
        manila.when("supervisor-a", notifyOfReversal("R1")).thenRejected(OFFICER_NOT_ADVISED);
        manila.given("supervisor-a", adviseOfficer("R1"))
                .when("supervisor-a", notifyOfReversal("R1"))
                .thenEvents(ApplicantNotifiedOfReversal.class);
    }

    @Test
    void what_its_officer_reversed_unselected_is_not_selected_for_review_afterwards() {
        var story = CaseScenario.applied("2024-07-01").given("officer-a", refuse221g("BC"));
        story.given("officer-a", reverseOwn("R1"))
                .when("supervisor-a", select("R1"))
                .thenRejected(BAD_STATE);
        assertThat(story.refusal("R1").review().state()).isEqualTo(ReviewState.NOT_REQUIRED);
    }

    @Test
    void an_officer_who_reversed_needs_no_advice() {
        manila.given("officer-a", reverseOwn("R1"))
                .when("supervisor-a", notifyOfReversal("R1"))
                .thenAccepted();
    }

    @Test
    void responsibility_is_handed_back_once_assumed() {
        manila.when("supervisor-a", handBack()).thenRejected(BAD_STATE);
        manila.given("supervisor-a", discuss("R1", REVERSE))
                .given("supervisor-a", reverse("R1"))
                .given("supervisor-a", handBack());
        assertThat(manila.view().responsibleOfficer()).isNull();
        manila.when("officer-a", issue(VisaAnnotation.OVERCOME)).thenAccepted();
    }

    @Test
    void responsibility_is_for_the_applicant_reversed_and_no_other() {
        var family = CaseScenario.at("MNL")
                .clock("2024-07-01T09:00")
                .given("intake", register("MNL", "F31", principal(), spouse()))
                .given("intake", apply())
                .given("intake", apply(A2))
                .given("officer-a", refuseIneligible(A2, "212(a)(4)"))
                .given("supervisor-a", discuss("R1", REVERSE))
                .given("supervisor-a", reverse("R1"));
        assertThat(family.view().responsibleOfficer()).hasToString("supervisor-a");
        family.when("officer-a", issue()).thenAccepted();
        family.when("officer-a", issue(A2, VisaAnnotation.OVERCOME)).thenRejected(RESPONSIBILITY_ASSUMED);
    }
}
