package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.DeadlineKind.*;
import static consular.cases.domain.law.RejectionCode.*;
import static consular.cases.domain.refusals.ProposedAction.REFER;
import static consular.cases.domain.refusals.ProposedAction.REVERSE;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.InquiryAnswered;
import consular.cases.domain.ineligibility.FileCategory;
import consular.cases.domain.law.Policy;
import consular.cases.domain.law.ReviewLimits;
import consular.cases.domain.law.Rule;
import consular.cases.domain.law.sheet.RuleSheet;
import consular.cases.domain.notices.Requester;
import consular.cases.domain.refusals.FindingStatus;
import consular.cases.domain.refusals.NoticeInstruction;
import consular.cases.domain.refusals.NoticeState;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** How the service reads what the law leaves open about refusing and overcoming, and each other reading that can be chosen. */
class OpenQuestionsOfRefusingTest {

    @Test
    void Q_08_missing_documents_are_in_the_way_of_issuing_and_not_of_refusing() {
        CaseScenario.applied("2024-03-05")
                .given("officer-a", refuse221g("BC"))
                .thenState(ApplicationState.REFUSED)
                .when("officer-a", issue())
                .thenRejected(FINDINGS_ACTIVE);
    }

    @Test
    void Q_09_221g_and_212a_stand_one_after_the_other_and_never_together() {
        var story = CaseScenario.applied("2024-03-05")
                .given("officer-a", refuse221g("BC"))
                .given("officer-a", refuseIneligible("212(a)(4)"));
        assertThat(story.finding("F1").status()).isEqualTo(FindingStatus.SUPERSEDED);
        assertThat(story.finding("F2").status()).isEqualTo(FindingStatus.ACTIVE);
        story.when("officer-a", refuse221g("PC")).thenRejected(G221_WITH_212A);
    }

    @Test
    void Q_11_a_referral_by_the_reviewer_leaves_the_ground() {
        var story = CaseScenario.applied("2024-03-05")
                .given("officer-a", refuseIneligible("212(a)(4)"))
                .given("supervisor-a", discuss("R1", REFER))
                .given("supervisor-a", refer("R1"));
        assertThat(story.refusal("R1").findings()).singleElement().satisfies(it -> {
            assertThat(it.ground()).isEqualTo("212(a)(4)");
            assertThat(it.status()).isEqualTo(FindingStatus.ACTIVE);
        });
    }

    @Test
    void Q_20_one_finding_of_the_list_makes_the_whole_file_category_I() {
        assertThat(CaseScenario.applied("2024-03-05")
                        .given("officer-a", refuseIneligible("212(a)(4)", "212(a)(9)(B)(i)(II)", "212(a)(2)(A)(i)(I)"))
                        .refusal("R1")
                        .fileCategory())
                .isEqualTo(FileCategory.I);
        assertThat(CaseScenario.applied("2024-03-05")
                        .given("officer-a", refuseIneligible("212(a)(9)(B)(i)(II)", "212(a)(10)(A)"))
                        .refusal("R1")
                        .fileCategory())
                .isEqualTo(FileCategory.II);
    }

    @Test
    void Q_22_221g_may_stand_beside_212e() {
        var story = CaseScenario.applied("2024-03-05")
                .given("officer-a", refuseIneligible("212(e)"))
                .given("officer-a", refuse221g("BC"));
        assertThat(story.finding("F1").status()).isEqualTo(FindingStatus.ACTIVE);
        assertThat(story.finding("F2").status()).isEqualTo(FindingStatus.ACTIVE);
    }

    @Test
    void Q_22_212e_found_later_takes_the_place_of_221g() {
        var story = CaseScenario.applied("2024-03-05")
                .given("officer-a", refuse221g("BC"))
                .given("officer-a", refuseIneligible("212(e)"));
        assertThat(story.finding("F1").status()).isEqualTo(FindingStatus.SUPERSEDED);
        assertThat(story.finding("F2").status()).isEqualTo(FindingStatus.ACTIVE);
    }

    @Test
    void Q_23_a_notice_is_due_on_every_ground_and_waived_on_212a_alone() {
        var exchange = CaseScenario.applied("2024-03-05").given("officer-a", refuseIneligible("212(e)"));
        assertThat(exchange.refusal("R1").notice().state()).isEqualTo(NoticeState.DUE);
        exchange.when("visa-office", instruct("R1", NoticeInstruction.NO_NOTICE))
                .thenRejected(BAD_STATE);
        var presumed = CaseScenario.appliedFor("B2", "2024-03-05").given("officer-a", refuse214b());
        assertThat(presumed.refusal("R1").notice().state()).isEqualTo(NoticeState.DUE);
        presumed.when("visa-office", instruct("R1", NoticeInstruction.NO_NOTICE))
                .thenRejected(BAD_STATE);
        CaseScenario.applied("2024-03-05")
                .given("officer-a", refuseIneligible("212(a)(4)"))
                .given("visa-office", instruct("R1", NoticeInstruction.NO_NOTICE));
    }

    /** A refusal has one notice; what the Department silences in it is told by refusing anew. */
    @Test
    void Q_23_no_notice_on_a_refusal_of_two_grounds_leaves_the_other_to_a_refusal_anew() {
        var story = CaseScenario.applied("2024-03-05")
                .given("officer-a", refuseIneligible("212(a)(3)(B)", "212(e)"))
                .given("visa-office", instruct("R1", NoticeInstruction.NO_NOTICE))
                .when("officer-a", write("R1"))
                .thenRejected(BAD_STATE)
                .given("officer-a", refuseIneligible("212(e)"))
                .given("officer-a", tell("R2"))
                .given("officer-a", write("R2"));
        assertThat(story.refusal("R1").notice().state()).isEqualTo(NoticeState.SUPPRESSED);
        assertThat(story.refusal("R2").notice().state()).isEqualTo(NoticeState.NOTIFIED);
    }

    @Test
    void Q_31_any_officer_overcomes_but_after_a_reversal_only_the_supervisor_decides() {
        CaseScenario.applied("2024-03-05")
                .given("officer-a", refuse221g("BC"))
                .given("intake", evidence("F1"))
                .given("officer-b", overcome("F1"));
        CaseScenario.applied("2024-03-05")
                .given("officer-a", refuseIneligible("212(a)(4)"))
                .given("supervisor-a", discuss("R1", REVERSE))
                .given("supervisor-a", reverse("R1"))
                .when("officer-b", issue())
                .thenRejected(RESPONSIBILITY_ASSUMED)
                .when("supervisor-a", refuse221g("BC"))
                .thenAccepted();
    }

    @Test
    void Q_31_what_else_stands_is_overcome_by_the_supervisor_too_or_when_it_has_been_handed_back() {
        var story = CaseScenario.applied("2024-03-05")
                .given("officer-a", refuseIneligible("212(a)(4)"))
                .given("officer-a", refuseCurable("212(a)(6)(E)"))
                .given("supervisor-a", discuss("R1", REVERSE))
                .given("supervisor-a", reverse("R1"))
                .when("officer-b", overcome("F2"))
                .thenRejected(NO_EVIDENCE)
                .given("intake", evidence("F2"))
                .when("officer-b", overcome("F2"))
                .thenRejected(RESPONSIBILITY_ASSUMED)
                .when("supervisor-a", overcome("F2"))
                .thenAccepted();
        story.thenState(ApplicationState.REOPENED);
        CaseScenario.applied("2024-03-05")
                .given("officer-a", refuseIneligible("212(a)(4)"))
                .given("officer-a", refuseCurable("212(a)(6)(E)"))
                .given("supervisor-a", discuss("R1", REVERSE))
                .given("supervisor-a", reverse("R1"))
                .given("intake", evidence("F2"))
                .given("supervisor-a", handBack())
                .when("officer-b", overcome("F2"))
                .thenAccepted();
    }

    @Test
    void Q_33_our_own_words_say_applicant() {
        var story = CaseScenario.applied("2024-03-05")
                .given("officer-a", refuseIneligible("212(a)(4)"))
                .given("officer-a", answer(Requester.CONGRESSIONAL));
        var reply = story.all(InquiryAnswered.class).getFirst().text().toLowerCase(Locale.ROOT);
        assertThat(reply).doesNotContain("alien");
        assertThat(RuleSheet.all().toString().toLowerCase(Locale.ROOT))
                .contains("applicant")
                .doesNotContain("alien");
    }

    /** R-NIV-03: the manual also uses 214(b) for failing to qualify for the class, so the exemption can be taken away. */
    @Test
    void by_choice_no_class_is_exempt_from_a_refusal_under_214b() {
        CaseScenario.appliedFor("L1", "2024-03-05")
                .when("officer-a", refuse214b())
                .thenRejected(PRESUMPTION_EXEMPT)
                .under(Policy.RECOMMENDED.exempting(false))
                .when("officer-a", refuse214b())
                .thenAccepted();
    }

    /** R-NIV-06, known from memory only. */
    @Test
    void by_choice_the_review_of_a_nonimmigrant_may_be_put_off_for_so_many_days_and_is_then_overdue() {
        var without = CaseScenario.appliedFor("B2", "2024-03-05").given("officer-a", refuse214b());
        assertThat(without.refusal("R1").review().deadline()).isNull();
        assertThat(without.deadlines(REVIEW)).isEmpty();
        var story = CaseScenario.appliedFor("B2", "2024-03-05")
                .under(Policy.RECOMMENDED.with(new ReviewLimits(30, 120)))
                .given("officer-a", refuse214b())
                .thenDeadline(REVIEW, "2024-07-03", "2024-07-04", DeadlineState.RUNNING);
        assertThat(story.deadlines(REVIEW).getFirst().because())
                .extracting(Deadline.Because::rule)
                .contains(Rule.NONIMMIGRANT_REVIEW_WITHOUT_DELAY)
                .doesNotContain(Rule.REVIEW_WITHIN_THIRTY_DAYS);
        story.clock("2024-07-04T00:00");
        assertThat(story.line(EventByTime.ReviewOverdue.class).stamp().rules())
                .containsExactly(Rule.NONIMMIGRANT_REVIEW_WITHOUT_DELAY);
    }
}
