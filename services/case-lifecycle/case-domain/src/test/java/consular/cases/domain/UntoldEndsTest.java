package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.law.RejectionCode.NOTHING_TO_REPORT;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.RefuseIneligible;
import consular.cases.domain.CaseEvent.InquiryAnswered;
import consular.cases.domain.notices.Requester;
import consular.cases.domain.refusals.NoticeInstruction;
import consular.cases.domain.refusals.ProposedAction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Replies are silent where the end of a refusal would tell what may not be told. Holds R-LTR-03, R-LTR-04, R-SUP-10. */
class UntoldEndsTest {

    @ParameterizedTest
    @EnumSource
    void what_a_refusal_without_notice_replaced_is_not_told_either(Requester requester) {
        opinionWasAdverse()
                .given("visa-office", instruct("R2", NoticeInstruction.NO_NOTICE))
                .when("officer-a", answer(requester))
                .thenRejected(NOTHING_TO_REPORT);
    }

    @Test
    void before_the_department_speaks_both_refusals_are_known() {
        assertThat(reply(opinionWasAdverse())).contains("212(a)(3)(B)").doesNotContain("221(g)");
    }

    @ParameterizedTest
    @EnumSource
    void a_ground_that_was_found_anew_without_notice_is_not_told_as_replaced(Requester requester) {
        ineligible("212(a)(4)")
                .given("officer-a", refuseIneligible("212(a)(4)"))
                .given("visa-office", instruct("R2", NoticeInstruction.PERMISSION_GRANTED))
                .when("officer-a", answer(requester))
                .thenRejected(NOTHING_TO_REPORT);
    }

    @Test
    void a_ground_beside_the_one_that_was_found_anew_is_told() {
        var story = ineligible("212(a)(4)", "212(a)(6)(C)(i)")
                .given("officer-a", refuseIneligible("212(a)(4)"))
                .given("visa-office", instruct("R2", NoticeInstruction.NO_NOTICE));
        assertThat(reply(story)).contains("212(a)(6)(C)(i)").doesNotContain("212(a)(4)", "replaced", "Part of");
    }

    @Test
    void an_older_refusal_that_was_overcome_is_told_still() {
        var story = CaseScenario.applied("2024-03-05")
                .given("officer-a", refuse221g("BC"))
                .given("intake", evidence("F1"))
                .given("officer-a", overcome("F1"))
                .given("officer-a", refuse221g("SAO"))
                .given("officer-a", refuseIneligible("212(a)(3)(B)"))
                .given("visa-office", instruct("R3", NoticeInstruction.NO_NOTICE));
        assertThat(reply(story))
                .contains("has since been overcome")
                .doesNotContain("also refused", "replaced", "212(a)");
    }

    @Test
    void what_was_overcome_before_the_rest_was_replaced_without_notice_is_not_told_as_all() {
        CaseScenario.applied("2024-03-05")
                .given("officer-a", refuse221g("BC", "SAO"))
                .given("intake", evidence("F1"))
                .given("officer-a", overcome("F1"))
                .given("officer-a", refuseIneligible("212(a)(3)(B)"))
                .given("visa-office", instruct("R2", NoticeInstruction.NO_NOTICE))
                .when("officer-a", answer(Requester.APPLICANT))
                .thenRejected(NOTHING_TO_REPORT);
    }

    @Test
    void what_another_refusal_replaced_is_told_as_replaced() {
        var story = ineligible("212(a)(4)", "212(e)").given("officer-a", refuseIneligible("212(a)(4)"));
        assertThat(reply(story)).contains("has since been replaced by a later refusal", "under INA 212(e)");
    }

    @ParameterizedTest
    @EnumSource
    void a_supervisors_reversal_is_told_only_once_the_refusing_officer_is_advised(Requester requester) {
        var story = ineligible("212(a)(4)")
                .given("supervisor-a", discuss("R1", ProposedAction.REVERSE))
                .given("supervisor-a", reverse("R1"))
                .when("officer-a", answer(requester))
                .thenRejected(NOTHING_TO_REPORT);
        story.given("supervisor-a", adviseOfficer("R1"));
        assertThat(reply(story)).contains("has since been reversed").doesNotContain("concurred");
    }

    @Test
    void an_officers_own_reversal_is_told_at_once() {
        assertThat(reply(ineligible("212(a)(4)").given("officer-a", reverseOwn("R1"))))
                .contains("has since been reversed");
    }

    /** R-LTR-05. */
    @Test
    void under_a_limited_citation_a_waiver_is_not_told() {
        var story = ineligible("212(a)(4)", "212(a)(6)(C)(i)").given("officer-a", waive("F1"));
        assertThat(reply(story)).contains("has since been waived");
        story.given("visa-office", instruct("R1", NoticeInstruction.LIMITED_CITATION));
        assertThat(reply(story)).contains("under INA 212(a).").doesNotContain("waive", "Part of");
        story.given("officer-a", waive("F2"));
        assertThat(reply(story)).contains("under INA 212(a).").doesNotContain("waive");
    }

    @Test
    void under_a_limited_citation_what_was_overcome_is_part_while_the_end_of_another_ground_is_untold() {
        var story = ineligible("212(a)(4)", "212(a)(6)(C)(i)", "212(e)")
                .given("visa-office", instruct("R1", NoticeInstruction.LIMITED_CITATION))
                .given("intake", evidence("F1"))
                .given("officer-a", overcome("F1"))
                .given("officer-a", refuseIneligible("212(a)(6)(C)(i)"))
                .given("visa-office", instruct("R2", NoticeInstruction.NO_NOTICE));
        assertThat(reply(story))
                .contains("Part of the refusal on this ground has since been overcome.")
                .doesNotContain("replaced");
    }

    @Test
    void under_a_limited_citation_part_that_was_overcome_is_not_told_as_all() {
        var story = ineligible("212(a)(4)", "212(a)(6)(C)(i)")
                .given("visa-office", instruct("R1", NoticeInstruction.LIMITED_CITATION))
                .given("officer-a", waive("F1"))
                .given("intake", evidence("F2"))
                .given("officer-a", overcome("F2"));
        assertThat(reply(story))
                .contains("Part of the refusal on this ground has since been overcome.")
                .doesNotContain("waive");
    }

    private static CaseScenario ineligible(String... grounds) {
        return CaseScenario.applied("2024-03-05")
                .given(
                        "officer-a",
                        new RefuseIneligible(
                                A1,
                                List.of(grounds).stream()
                                        .map(ground -> new GroundGiven(ground, "facts", true, true, false))
                                        .toList(),
                                true));
    }

    private static CaseScenario opinionWasAdverse() {
        return CaseScenario.applied("2024-03-05")
                .given("officer-a", refuse221g("SAO"))
                .given("officer-a", ask("F1"))
                .given("visa-office", adverse("AO1", "212(a)(3)(B)"))
                .given("officer-a", refuseIneligible("212(a)(3)(B)"));
    }

    private static String reply(CaseScenario story) {
        return story.given("officer-a", answer(Requester.APPLICANT))
                .all(InquiryAnswered.class)
                .getLast()
                .text();
    }
}
