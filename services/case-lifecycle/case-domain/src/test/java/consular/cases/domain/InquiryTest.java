package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.law.RejectionCode.BAD_STATE;
import static consular.cases.domain.law.RejectionCode.NOTHING_TO_REPORT;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.AnswerInquiry;
import consular.cases.domain.CaseCommand.RefuseIneligible;
import consular.cases.domain.CaseCommand.WithdrawApplication;
import consular.cases.domain.CaseEvent.CounselRecorded;
import consular.cases.domain.CaseEvent.InquiryAnswered;
import consular.cases.domain.inquiries.InquiryReply;
import consular.cases.domain.law.Rule;
import consular.cases.domain.notices.Requester;
import consular.cases.domain.refusals.NoticeInstruction;
import consular.cases.domain.refusals.ProposedAction;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Counsel on record, and answers to those who ask. */
class InquiryTest {

    @ParameterizedTest
    @EnumSource
    void before_anything_is_decided_there_is_nothing_to_report(Requester requester) {
        CaseScenario.registered("2024-03-05")
                .when("officer-a", answer(requester))
                .thenRejected(NOTHING_TO_REPORT)
                .given("intake", apply())
                .when("officer-a", answer(requester))
                .thenRejected(NOTHING_TO_REPORT);
    }

    @Test
    void a_reply_names_the_ground_the_law_and_what_can_help() {
        var reply = reply(refused221g(), Requester.CONGRESSIONAL);
        assertThat(reply).contains("INQ-7", "221(g)", "document", "can help").doesNotContain("212(a)");
    }

    @Test
    void a_reply_rests_on_its_rules() {
        assertThat(refused221g()
                        .given("officer-a", answer(Requester.APPLICANT))
                        .line(InquiryAnswered.class)
                        .stamp()
                        .rules())
                .containsExactly(Rule.REPLY_SAYS_WHAT_HAPPENED, Rule.VISA_RECORDS_ARE_CONFIDENTIAL);
    }

    @Test
    void a_reply_says_that_a_supervisor_concurred_only_once_one_did() {
        assertThat(reply(ineligible(), Requester.CONGRESSIONAL)).doesNotContain("concurred", "supervisor");
        assertThat(reply(ineligible().given("supervisor-a", concur("R1")), Requester.CONGRESSIONAL))
                .contains(InquiryReply.CONCURRENCE);
    }

    @Test
    void a_supervisor_who_discussed_did_not_concur() {
        var story = ineligible().given("supervisor-a", discuss("R1", ProposedAction.REVERSE));
        assertThat(reply(story, Requester.APPLICANT)).doesNotContain("concurred");
    }

    @Test
    void concurrence_with_one_refusal_says_nothing_of_another() {
        var story = ineligible()
                .given("supervisor-a", concur("R1"))
                .given("intake", evidence("F1"))
                .given("officer-a", overcome("F1"))
                .given("officer-a", refuse221g("BC"));
        assertThat(reply(story, Requester.CONGRESSIONAL)).contains("221(g)").doesNotContain("concurred");
    }

    @Test
    void a_third_party_is_told_no_day_no_fact_and_nothing_that_is_asked_for() {
        assertThat(reply(ineligible(), Requester.CONGRESSIONAL)).doesNotContain("facts on the file", "2024");
        assertThat(reply(refused221g(), Requester.CONGRESSIONAL)).doesNotContain("Or BC", "2024");
    }

    @Test
    void the_applicant_is_told_the_day_the_facts_and_what_is_asked_for() {
        assertThat(reply(ineligible(), Requester.APPLICANT)).contains("facts on the file", "2024-03-05");
        assertThat(reply(refused221g(), Requester.APPLICANT)).contains("Or BC", "2024-03-05");
    }

    @Test
    void counsel_is_told_as_much_only_while_on_record() {
        var story = ineligible();
        assertThat(reply(story, Requester.COUNSEL)).doesNotContain("facts on the file");
        story.when("officer-a", counsel("L. Cruz")).thenEvents(CounselRecorded.class);
        assertThat(story.line(CounselRecorded.class).stamp().rules()).containsExactly(Rule.NOTICE_GOES_TO_COUNSEL_TOO);
        assertThat(reply(story, Requester.COUNSEL)).contains("facts on the file");
        story.given("officer-a", counsel(null));
        assertThat(reply(story, Requester.COUNSEL)).doesNotContain("facts on the file");
    }

    /** R-AO-08. */
    @Test
    void nobody_is_told_classified_facts() {
        var story = CaseScenario.applied("2024-03-05")
                .given(
                        "officer-a",
                        new RefuseIneligible(
                                A1, List.of(new GroundGiven("212(a)(3)(B)", "a source", false, true, true)), true));
        assertThat(reply(story, Requester.APPLICANT)).contains("212(a)(3)(B)").doesNotContain("a source");
    }

    @Test
    void a_limited_citation_is_limited_in_replies_too() {
        var story = ineligible().given("visa-office", instruct("R1", NoticeInstruction.LIMITED_CITATION));
        assertThat(reply(story, Requester.APPLICANT))
                .contains("under INA 212(a).")
                .doesNotContain("212(a)(4)", "public charge", "facts on the file", "paragraph");
    }

    @Test
    void a_suppressed_refusal_is_not_told() {
        ineligible()
                .given("visa-office", instruct("R1", NoticeInstruction.NO_NOTICE))
                .when("officer-a", answer(Requester.APPLICANT))
                .thenRejected(NOTHING_TO_REPORT);
    }

    @Test
    void a_visa_and_a_termination_are_reported() {
        var issued = CaseScenario.applied("2024-03-05").given("officer-a", issue());
        assertThat(reply(issued, Requester.CONGRESSIONAL)).contains("A visa has been issued.");
        var terminated = CaseScenario.applied("2022-06-15")
                .given("officer-a", refuse221g("BC"))
                .clock("2023-06-16T09:00");
        assertThat(reply(terminated, Requester.CONGRESSIONAL)).contains("terminated under section 203(g)");
    }

    @Test
    void where_the_registration_is_terminated_nothing_is_said_that_could_help() {
        var terminated = CaseScenario.applied("2022-06-15")
                .given("officer-a", refuse221g("BC"))
                .clock("2023-06-16T09:00");
        assertThat(reply(terminated, Requester.APPLICANT))
                .contains("under INA 221(g)", "The reason on record is: BC.")
                .doesNotContain("can help");
        terminated.given("officer-a", reinstate());
        assertThat(reply(terminated, Requester.APPLICANT)).contains("can help").doesNotContain("terminated");
    }

    @ParameterizedTest
    @EnumSource
    void a_lapse_is_told_and_nothing_that_could_help(Requester requester) {
        var lapsed = CaseScenario.appliedFor("B2", "2024-06-03")
                .given("officer-a", refuse221g("BC"))
                .clock("2025-06-04T09:00")
                .thenState(ApplicationState.LAPSED);
        assertThat(reply(lapsed, requester))
                .contains("The application has lapsed", "under INA 221(g)")
                .doesNotContain("can help", "withdrawn");
    }

    @ParameterizedTest
    @EnumSource
    void a_withdrawal_is_told_and_nothing_that_could_help(Requester requester) {
        assertThat(reply(refused221g().given("officer-a", withdraw()), requester))
                .contains("The application has been withdrawn.", "under INA 221(g)")
                .doesNotContain("can help", "lapsed");
        assertThat(reply(CaseScenario.applied("2024-03-05").given("officer-a", withdraw()), requester))
                .contains("The application has been withdrawn.")
                .doesNotContain("refused");
    }

    @Test
    void what_one_member_of_a_family_did_is_not_said_of_another() {
        var family = Families.applied("2024-03-05").given("officer-a", refuse221g("BC"));
        family.given("officer-a", new WithdrawApplication(A2, "stays at home"));
        assertThat(reply(family, Requester.APPLICANT)).contains("can help").doesNotContain("withdrawn");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\u0085", "\u2028", "\u2029", "\t", "\u0007", "\u202e"})
    void a_reference_is_one_line_without_control_characters(String unseen) {
        refused221g()
                .when("officer-a", new AnswerInquiry(A1, Requester.CONGRESSIONAL, "HR-1" + unseen + "x"))
                .thenMalformed("/reference");
    }

    @Test
    void a_reference_is_not_long() {
        refused221g()
                .when("officer-a", new AnswerInquiry(A1, Requester.CONGRESSIONAL, "x".repeat(201)))
                .thenMalformed("/reference")
                .when("officer-a", new AnswerInquiry(A1, Requester.CONGRESSIONAL, "x".repeat(200)))
                .thenEvents(InquiryAnswered.class);
    }

    @Test
    void a_reference_cannot_pass_for_a_sentence_of_the_reply() {
        var reference = "HR-1\". " + InquiryReply.CONCURRENCE + " \u201cx";
        var reply = refused221g()
                .given("officer-a", new AnswerInquiry(A1, Requester.CONGRESSIONAL, reference))
                .line(InquiryAnswered.class);
        assertThat(((InquiryAnswered) reply.event()).text().lines())
                .startsWith("Reference of the inquiry: \"HR-1'. " + InquiryReply.CONCURRENCE + " 'x\"")
                .filteredOn(line -> line.contains("concurred"))
                .hasSize(1);
    }

    @Test
    void facts_cannot_pass_for_a_paragraph_of_the_reply_and_end_in_a_full_stop() {
        var story = CaseScenario.applied("2024-03-05")
                .given(
                        "officer-a",
                        new RefuseIneligible(
                                A1,
                                List.of(new GroundGiven(
                                        "212(a)(4)",
                                        "no \"sponsor\"\n\n" + InquiryReply.CONCURRENCE,
                                        false,
                                        true,
                                        false)),
                                true));
        assertThat(reply(story, Requester.APPLICANT).lines())
                .doesNotContain(InquiryReply.CONCURRENCE)
                .anySatisfy(line -> assertThat(line)
                        .endsWith("The consular officer found: \"no 'sponsor' " + InquiryReply.CONCURRENCE + "\"."));
    }

    @Test
    void a_further_refusal_is_told_as_such_and_one_that_reads_the_same_is_not_told_twice() {
        var story = refused221g().given("officer-a", refuse221g("PC"));
        assertThat(reply(story, Requester.APPLICANT))
                .contains("The application was refused on", "The application was also refused on");
        assertThat(reply(story, Requester.CONGRESSIONAL)).containsOnlyOnce("refused under");
    }

    @Test
    void what_was_overcome_is_reported_as_overcome() {
        var story = refused221g().given("intake", evidence("F1")).given("officer-a", overcome("F1"));
        assertThat(reply(story, Requester.CONGRESSIONAL))
                .contains("has since been overcome")
                .doesNotContain("can help");
    }

    @Test
    void a_reply_neither_encourages_nor_discourages() {
        assertThat(reply(refused221g(), Requester.APPLICANT).toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("apply again", "reapply", "encourage");
    }

    @Test
    void counsel_who_is_not_on_record_cannot_be_withdrawn() {
        CaseScenario.registered("2024-03-05")
                .when("officer-a", counsel(null))
                .thenRejected(BAD_STATE)
                .given("officer-a", counsel("L. Cruz"))
                .given("officer-a", counsel(null))
                .when("officer-a", counsel(null))
                .thenRejected(BAD_STATE);
    }

    private static CaseScenario refused221g() {
        return CaseScenario.applied("2024-03-05").given("officer-a", refuse221g("Or BC"));
    }

    private static CaseScenario ineligible() {
        return CaseScenario.applied("2024-03-05").given("officer-a", refuseIneligible("212(a)(4)"));
    }

    private static String reply(CaseScenario story, Requester requester) {
        return story.given("officer-a", answer(requester))
                .all(InquiryAnswered.class)
                .getLast()
                .text();
    }
}
