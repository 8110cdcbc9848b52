package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.DeadlineKind.*;
import static consular.cases.domain.DeadlineState.*;
import static consular.cases.domain.law.RejectionCode.BAD_STATE;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.ClassDeletionRequested;
import consular.cases.domain.CaseEvent.FindingsSuperseded;
import consular.cases.domain.CaseEvent.VisaRefused;
import consular.cases.domain.law.Rule;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.FindingStatus;
import consular.cases.domain.refusals.RefusalId;
import consular.cases.domain.refusals.ReviewClass;
import consular.cases.domain.refusals.ReviewState;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Refusing again on a ground that stands already: a new refusal with new dates, but one ineligibility. Holds R-IV-13. */
class RefusedAnewTest {
    private final CaseScenario curable =
            CaseScenario.applied("2024-03-05").given("officer-a", refuseCurable("212(a)(4)"));

    @Test
    void Q_13_what_is_found_anew_takes_the_place_of_what_stood_on_its_ground() {
        curable.clock("2024-06-10T09:00")
                .when("officer-a", refuseIneligible("212(a)(4)"))
                .thenEvents(FindingsSuperseded.class, VisaRefused.class)
                .thenState(ApplicationState.REFUSED);
        assertThat(curable.line(FindingsSuperseded.class).event())
                .isEqualTo(new FindingsSuperseded(A1, List.of(new FindingId("F1")), new RefusalId("R2")));
        assertThat(curable.line(FindingsSuperseded.class).stamp().rules())
                .containsExactly(Rule.SUBSTANTIVE_FINDING_IS_A_NEW_REFUSAL);
        assertThat(curable.finding("F1").status()).isEqualTo(FindingStatus.SUPERSEDED);
        assertThat(curable.finding("F2").status()).isEqualTo(FindingStatus.ACTIVE);
    }

    @Test
    void Q_17_one_fee_window_runs_and_it_is_that_of_the_new_refusal() {
        curable.clock("2024-06-10T09:00")
                .given("officer-a", refuseIneligible("212(a)(4)"))
                .thenDeadline(FEE_WINDOW, "2025-06-10", "2025-06-11", RUNNING);
        assertThat(curable.finding("F2").feeWindowEnd()).isEqualTo("2025-06-10");
    }

    @Test
    void overcoming_what_was_found_last_opens_the_application_again() {
        curable.given("officer-a", refuseCurable("212(a)(4)"))
                .given("intake", evidence("F2"))
                .given("officer-a", overcome("F2"))
                .thenState(ApplicationState.REOPENED);
        assertThat(curable.applicant().annotationRequired()).isEqualTo(VisaAnnotation.OVERCOME);
    }

    @Test
    void only_the_very_ground_gives_way() {
        var story = CaseScenario.applied("2024-03-05")
                .given("officer-a", refuseIneligible("212(a)(9)(B)", "212(a)(4)"))
                .given("officer-a", refuseIneligible("212(a)(9)(B)(i)(II)", " 212(a)(4) "));
        assertThat(story.finding("F1").status()).isEqualTo(FindingStatus.ACTIVE);
        assertThat(story.finding("F2").status()).isEqualTo(FindingStatus.SUPERSEDED);
        assertThat(story.finding("F3").status()).isEqualTo(FindingStatus.ACTIVE);
        assertThat(story.finding("F4").status()).isEqualTo(FindingStatus.ACTIVE);
    }

    @Test
    void what_was_waived_stays_waived() {
        var story = CaseScenario.applied("2024-03-05")
                .given("officer-a", refuseCurable("212(a)(6)(C)(i)"))
                .given("intake", waive("F1"))
                .when("officer-a", refuseCurable("212(a)(6)(C)(i)"))
                .thenEvents(VisaRefused.class);
        assertThat(story.finding("F1").status()).isEqualTo(FindingStatus.WAIVED);
    }

    @Test
    void the_two_years_abroad_are_found_once_and_221g_beside_them_gives_way_too() {
        var story = CaseScenario.applied("2024-03-05")
                .given("officer-a", refuseIneligible("212(e)"))
                .given("officer-a", refuse221g("BC"))
                .given("officer-a", refuseIneligible("212(e)"));
        assertThat(story.line(FindingsSuperseded.class).event())
                .isEqualTo(new FindingsSuperseded(
                        A1, List.of(new FindingId("F1"), new FindingId("F2")), new RefusalId("R3")));
    }

    @Test
    void Q_13_a_refusal_anew_does_not_free_anybody_from_the_review_of_the_first() {
        var story = CaseScenario.applied("2024-03-05")
                .given("officer-a", refuseIneligible("212(a)(4)"))
                .clock("2024-03-20T09:00")
                .given("officer-a", refuseCurable("212(a)(4)"));
        assertThat(story.refusal("R1").review().state()).isEqualTo(ReviewState.DUE);
        assertThat(story.refusal("R1").review().deadline()).isEqualTo("2024-04-04");
        assertThat(story.refusal("R2").review().reviewClass()).isEqualTo(ReviewClass.DISCRETIONARY);
        story.given("supervisor-a", concur("R1"));
        assertThat(story.refusal("R1").review().state()).isEqualTo(ReviewState.CONCURRED);
    }

    @Test
    void each_refusal_has_its_entry_in_class_and_both_go_when_the_ineligibility_is_overcome() {
        curable.given("officer-a", refuseCurable("212(a)(4)"))
                .when("officer-a", deleteFromClass("R1"))
                .thenRejected(BAD_STATE)
                .given("intake", evidence("F2"))
                .given("officer-a", overcome("F2"))
                .when("officer-a", deleteFromClass("R1"))
                .thenEvents(ClassDeletionRequested.class)
                .when("officer-a", deleteFromClass("R2"))
                .thenEvents(ClassDeletionRequested.class);
    }

    @Test
    void a_ground_found_again_after_it_was_overcome_is_a_finding_of_its_own() {
        curable.given("officer-a", refuseCurable("212(a)(4)"))
                .given("intake", evidence("F2"))
                .given("officer-a", overcome("F2"))
                .given("officer-a", refuseCurable("212(a)(4)"));
        assertThat(isFoundAnew("F1")).isFalse();
        assertThat(isFoundAnew("F2")).isTrue();
        assertThat(isFoundAnew("F3")).isFalse();
    }

    @Test
    void a_reason_under_221g_is_found_for_itself_although_another_ground_took_the_place_of_the_last() {
        curable.given("intake", evidence("F1"))
                .given("officer-a", overcome("F1"))
                .given("officer-a", refuse221g("BC"))
                .given("officer-a", refuseCurable("212(a)(6)(E)"))
                .given("intake", evidence("F3"))
                .given("officer-a", overcome("F3"))
                .given("officer-a", refuse221g("PC"));
        assertThat(curable.finding("F2").status()).isEqualTo(FindingStatus.SUPERSEDED);
        assertThat(isFoundAnew("F4")).isFalse();
    }

    private boolean isFoundAnew(String findingId) {
        var applicant = curable.file().applicant(A1).orElseThrow();
        return applicant.isFoundAnew(applicant.finding(new FindingId(findingId)).orElseThrow());
    }
}
