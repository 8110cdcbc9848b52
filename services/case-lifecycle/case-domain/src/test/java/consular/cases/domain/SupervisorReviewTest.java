package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.law.RejectionCode.*;
import static consular.cases.domain.refusals.ProposedAction.REFER;
import static consular.cases.domain.refusals.ProposedAction.REVERSE;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.RecordReviewDiscussion;
import consular.cases.domain.CaseCommand.SelectForReview;
import consular.cases.domain.CaseEvent.AdvisoryOpinionRequested;
import consular.cases.domain.CaseEvent.ApplicationReopened;
import consular.cases.domain.CaseEvent.RefusalReferredToDepartment;
import consular.cases.domain.CaseEvent.RefusalReversedBySupervisor;
import consular.cases.domain.CaseEvent.ReviewConsultationRecorded;
import consular.cases.domain.EventByTime.ReviewOverdue;
import consular.cases.domain.law.RejectionCode;
import consular.cases.domain.opinions.OpinionOrigin;
import consular.cases.domain.refusals.FindingStatus;
import consular.cases.domain.refusals.RefusalId;
import consular.cases.domain.refusals.ReviewState;
import org.junit.jupiter.api.Test;

/** Selection, concurrence, discussion, reversal, referral and consultation. Holds R-SUP-01, R-SUP-02, R-SUP-03, R-SUP-07, R-SUP-15. */
class SupervisorReviewTest {
    private final CaseScenario manila =
            CaseScenario.applied("2024-07-01").given("officer-a", refuseIneligible("212(a)(4)"));

    @Test
    void a_supervisor_concurs() {
        manila.when("supervisor-a", concur("R1")).thenAccepted();
        thenReview(ReviewState.CONCURRED);
        assertThat(manila.refusal("R1").review().reviewer()).hasToString("supervisor-a");
        manila.clock("2024-09-02T09:00").thenNever(ReviewOverdue.class);
    }

    @Test
    void a_review_has_one_outcome() {
        manila.given("supervisor-a", concur("R1"));
        manila.when("supervisor-a", concur("R1")).thenRejected(BAD_OUTCOME);
        manila.when("supervisor-a", discuss("R1", REVERSE)).thenRejected(BAD_OUTCOME);
        manila.when("supervisor-a", reverse("R1")).thenRejected(BAD_OUTCOME);
        manila.when("supervisor-a", refer("R1")).thenRejected(BAD_OUTCOME);
        manila.when("supervisor-a", select("R1")).thenRejected(ALREADY_REVIEWED);
    }

    @Test
    void a_reviewer_is_another_officer_with_a_commission_at_a_post_that_reviews() {
        thenNobodyReviews(manila, "supervisor-x", NO_COMMISSION);
        thenNobodyReviews(
                CaseScenario.applied("2024-07-01").given("supervisor-a", refuseIneligible("212(a)(4)")),
                "supervisor-a",
                SELF_REVIEW);
        thenNobodyReviews(
                CaseScenario.appliedAt("NSS", "2024-07-01").given("officer-a", refuseIneligible("212(a)(4)")),
                "supervisor-a",
                CONSULTATIVE_POST);
    }

    @Test
    void the_post_is_objected_to_before_the_person_and_the_person_before_the_outcome() {
        CaseScenario.appliedAt("NSS", "2024-07-01")
                .given("supervisor-x", refuseIneligible("212(a)(4)"))
                .when("supervisor-x", reverse("R1"))
                .thenRejected(CONSULTATIVE_POST);
        CaseScenario.applied("2024-07-01")
                .given("supervisor-x", refuseIneligible("212(a)(4)"))
                .when("supervisor-x", reverse("R1"))
                .thenRejected(SELF_REVIEW);
        manila.given("supervisor-a", concur("R1"))
                .when("supervisor-x", reverse("R1"))
                .thenRejected(NO_COMMISSION);
    }

    @Test
    void acting_against_the_officer_takes_a_discussion_of_that_very_action() {
        manila.when("supervisor-a", reverse("R1")).thenRejected(DISCUSSION_REQUIRED);
        manila.when("supervisor-a", refer("R1")).thenRejected(DISCUSSION_REQUIRED);
        manila.given("supervisor-a", new RecordReviewDiscussion(new RefusalId("R1"), "talked", REVERSE, false));
        thenReview(ReviewState.IN_DISCUSSION);
        manila.when("supervisor-a", reverse("R1")).thenRejected(DISCUSSION_REQUIRED);
        manila.given("supervisor-a", discuss("R1", REFER));
        manila.when("supervisor-a", reverse("R1")).thenRejected(DISCUSSION_REQUIRED);
        manila.when("supervisor-a", refer("R1")).thenAccepted();
    }

    /** The rule speaks of one reviewer who talks, tells and acts, and who answers for the case: R-SUP-07. */
    @Test
    void r_sup_08_what_one_supervisor_discussed_does_not_serve_another() {
        manila.given("supervisor-a", discuss("R1", REVERSE))
                .when("supervisor-b", reverse("R1"))
                .thenRejected(DISCUSSION_REQUIRED)
                .given("supervisor-b", discuss("R1", REVERSE))
                .when("supervisor-a", reverse("R1"))
                .thenRejected(DISCUSSION_REQUIRED)
                .when("supervisor-b", reverse("R1"))
                .thenAccepted();
        assertThat(manila.view().responsibleOfficer()).hasToString("supervisor-b");
    }

    @Test
    void r_sup_08_a_talk_in_which_the_officer_was_not_told_leaves_what_another_told() {
        manila.given("supervisor-a", discuss("R1", REFER))
                .given("supervisor-b", new RecordReviewDiscussion(new RefusalId("R1"), "talked", REFER, false))
                .when("supervisor-b", refer("R1"))
                .thenRejected(DISCUSSION_REQUIRED)
                .when("supervisor-a", refer("R1"))
                .thenAccepted();
    }

    @Test
    void a_reversal_reopens_and_makes_the_supervisor_responsible() {
        manila.given("supervisor-a", discuss("R1", REVERSE))
                .when("supervisor-a", reverse("R1"))
                .thenEvents(RefusalReversedBySupervisor.class, ApplicationReopened.class)
                .thenState(ApplicationState.REOPENED)
                .thenFee(FeeStatus.PAID);
        thenReview(ReviewState.REVERSED);
        assertThat(manila.finding("F1").status()).isEqualTo(FindingStatus.REVERSED);
        assertThat(manila.view().responsibleOfficer()).hasToString("supervisor-a");
        assertThat(manila.applicant().annotationRequired()).isEqualTo(VisaAnnotation.OVERCOME);
    }

    @Test
    void what_no_longer_stands_is_neither_reversed_nor_referred_but_may_be_concurred_in() {
        manila.given("supervisor-a", discuss("R1", REVERSE))
                .given("intake", evidence("F1"))
                .given("officer-a", overcome("F1"))
                .given("officer-a", issue(VisaAnnotation.OVERCOME));
        manila.when("supervisor-a", reverse("R1")).thenRejected(BAD_OUTCOME);
        manila.when("supervisor-a", refer("R1")).thenRejected(BAD_OUTCOME);
        assertThat(manila.view().responsibleOfficer()).isNull();
        manila.when("supervisor-a", concur("R1")).thenAccepted();
    }

    @Test
    void a_reversed_finding_never_lapses() {
        manila.clock("2025-07-02T09:00")
                .thenFee(FeeStatus.LAPSED)
                .given("supervisor-a", discuss("R1", REVERSE))
                .given("supervisor-a", reverse("R1"))
                .thenFee(FeeStatus.PAID)
                .when("supervisor-a", issue(VisaAnnotation.OVERCOME))
                .thenAccepted();
    }

    @Test
    void a_referral_opens_an_opinion_and_leaves_the_ground() {
        manila.given("supervisor-a", discuss("R1", REFER))
                .when("supervisor-a", refer("R1"))
                .thenEvents(RefusalReferredToDepartment.class, AdvisoryOpinionRequested.class)
                .thenState(ApplicationState.REFUSED);
        thenReview(ReviewState.REFERRED);
        assertThat(manila.view().advisoryOpinions())
                .singleElement()
                .satisfies(it -> assertThat(it.origin()).isEqualTo(OpinionOrigin.REVIEW));
        assertThat(manila.all(AdvisoryOpinionRequested.class))
                .singleElement()
                .satisfies(it -> assertThat(it.refusalId()).isEqualTo(new RefusalId("R1")));
        manila.when("officer-a", refuseIneligible("212(a)(6)(E)")).thenRejected(AO_PENDING);
    }

    @Test
    void a_discretionary_review_is_due_once_selected_and_takes_an_outcome_without() {
        var selected = CaseScenario.applied("2024-07-01").given("officer-a", refuse221g("BC"));
        assertThat(selected.refusal("R1").review().state()).isEqualTo(ReviewState.NOT_REQUIRED);
        selected.given("supervisor-a", select("R1"));
        assertThat(selected.refusal("R1").review().state()).isEqualTo(ReviewState.DUE);
        selected.clock("2024-12-02T09:00").thenNever(ReviewOverdue.class);

        CaseScenario.applied("2024-07-01")
                .given("officer-a", refuse221g("BC"))
                .when("supervisor-a", concur("R1"))
                .thenAccepted();
    }

    @Test
    void at_a_consultative_post_there_is_no_limit_and_a_consultation_closes() {
        var nassau = CaseScenario.appliedAt("NSS", "2024-07-01").given("officer-a", refuseIneligible("212(a)(4)"));
        assertThat(nassau.deadlines(DeadlineKind.REVIEW)).isEmpty();
        nassau.clock("2024-12-02T09:00")
                .thenNever(ReviewOverdue.class)
                .when("supervisor-a", consult("R1"))
                .thenEvents(ReviewConsultationRecorded.class);
        assertThat(nassau.refusal("R1").review().state()).isEqualTo(ReviewState.CONSULTED);
    }

    /** The contract's row knows no rejection, and a consultation confirms nothing (R-SUP-13). */
    @Test
    void whoever_refused_may_be_the_one_who_consults() {
        var nassau = CaseScenario.appliedAt("NSS", "2024-07-01")
                .given("supervisor-a", refuseIneligible("212(a)(4)"))
                .given("supervisor-a", consult("R1"));
        assertThat(nassau.refusal("R1").review().state()).isEqualTo(ReviewState.CONSULTED);
        var own = CaseScenario.applied("2024-07-01")
                .given("supervisor-a", refuseIneligible("212(a)(4)"))
                .given("supervisor-a", consult("R1"))
                .when("supervisor-a", concur("R1"))
                .thenRejected(SELF_REVIEW);
        assertThat(own.refusal("R1").review().state()).isEqualTo(ReviewState.DUE);
    }

    @Test
    void elsewhere_a_consultation_is_noted_and_the_review_stays_due() {
        manila.when("supervisor-x", consult("R1")).thenAccepted();
        thenReview(ReviewState.DUE);
        manila.clock("2024-08-01T00:00").thenHappened(ReviewOverdue.class);
    }

    @Test
    void an_issuance_may_be_selected_and_takes_a_consultation() {
        CaseScenario.applied("2024-07-01")
                .when("supervisor-a", selectIssuance())
                .thenRejected(BAD_STATE)
                .given("officer-a", issue())
                .when("supervisor-x", consultOnIssuance())
                .thenRejected(BAD_STATE)
                .given("supervisor-a", selectIssuance())
                .given("supervisor-x", consultOnIssuance())
                .when("supervisor-a", selectIssuance())
                .thenRejected(ALREADY_REVIEWED);
    }

    @Test
    void a_review_is_of_a_refusal_or_of_an_applicant() {
        manila.when("supervisor-a", new SelectForReview(null, null)).thenMalformed("");
        manila.when("supervisor-a", new SelectForReview(new RefusalId("R1"), A1))
                .thenMalformed("");
        manila.when("supervisor-a", concur("R9")).thenMalformed("/refusalId");
        manila.when("supervisor-a", select("R9")).thenMalformed("/refusalId");
        manila.when("supervisor-a", new SelectForReview(null, A2)).thenMalformed("/applicantId");
    }

    private void thenReview(ReviewState expected) {
        assertThat(manila.refusal("R1").review().state()).isEqualTo(expected);
    }

    private static void thenNobodyReviews(CaseScenario story, String who, RejectionCode code) {
        story.when(who, concur("R1")).thenRejected(code);
        story.when(who, discuss("R1", REVERSE)).thenRejected(code);
        story.when(who, reverse("R1")).thenRejected(code);
        story.when(who, refer("R1")).thenRejected(code);
    }
}
