package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.law.RejectionCode.BAD_STATE;
import static consular.cases.domain.law.RejectionCode.LETTER_INCOMPLETE;
import static consular.cases.domain.law.RejectionCode.WAIVER_DEPARTMENT_ONLY;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.GiveOralNotice;
import consular.cases.domain.CaseEvent.ApplicantNotifiedOfReversal;
import consular.cases.domain.CaseEvent.NoticeInstructed;
import consular.cases.domain.CaseEvent.OralNoticeGiven;
import consular.cases.domain.CaseEvent.WrittenNoticeIssued;
import consular.cases.domain.law.Rejection;
import consular.cases.domain.law.Rule;
import consular.cases.domain.notices.FixedSentence;
import consular.cases.domain.refusals.NoticeInstruction;
import consular.cases.domain.refusals.NoticeState;
import consular.cases.domain.refusals.ProposedAction;
import consular.cases.domain.refusals.RefusalId;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The notice of a refusal: by word of mouth and in writing, unless the Department says otherwise. */
class NoticeTest {

    /** Refused on Tuesday, so the alarm goes off on Friday, when Friday begins at the post that refused. */
    @ParameterizedTest(name = "refused at {0}, told at {1} at {2}: {3}")
    @CsvSource({
        "TJT, GUZ, 2024-03-08T07:59:00Z, MET",
        "TJT, GUZ, 2024-03-08T08:00:00Z, PASSED",
        "GUZ, TJT, 2024-03-07T15:59:00Z, MET",
        "GUZ, TJT, 2024-03-07T16:00:00Z, PASSED"
    })
    void W_05_is_given_on_the_day_of_the_post_that_refused(String from, String to, String at, DeadlineState expected) {
        var story = CaseScenario.appliedAt(from, "2024-03-05")
                .given("officer-a", refuse221g("BC"))
                .given("officer-a", transfer(to));
        story.clock(at).given("officer-a", tell("R1")).given("officer-a", write("R1"));
        story.thenDeadline(DeadlineKind.NOTICE, "2024-03-05", "2024-03-08", expected);
    }

    @Test
    void is_due_on_the_day_of_every_refusal() {
        var story = refused();
        assertThat(story.refusal("R1").notice())
                .isEqualTo(new NoticeView(NoticeState.DUE, LocalDate.parse("2024-03-05")));
    }

    @Test
    void the_applicant_is_notified_once_told_by_word_of_mouth_and_in_writing() {
        var story = refused().when("officer-a", tell("R1")).thenEvents(OralNoticeGiven.class);
        assertThat(state(story)).isEqualTo(NoticeState.ORAL_GIVEN);
        story.when("officer-a", write("R1")).thenEvents(WrittenNoticeIssued.class);
        assertThat(state(story)).isEqualTo(NoticeState.NOTIFIED);
    }

    @Test
    void a_letter_alone_leaves_the_notice_due() {
        var story = refused().given("officer-a", write("R1"));
        assertThat(state(story)).isEqualTo(NoticeState.DUE);
        story.given("officer-a", tell("R1"));
        assertThat(state(story)).isEqualTo(NoticeState.NOTIFIED);
    }

    @Test
    void each_refusal_has_a_notice_of_its_own() {
        var story = refused()
                .given("officer-a", tell("R1"))
                .given("officer-a", write("R1"))
                .given("officer-a", refuse221g("PC"));
        assertThat(story.refusal("R1").notice().state()).isEqualTo(NoticeState.NOTIFIED);
        assertThat(story.refusal("R2").notice().state()).isEqualTo(NoticeState.DUE);
    }

    @Test
    void a_second_letter_is_allowed_and_the_first_stays_on_record() {
        var story = refused()
                .given("officer-a", tell("R1"))
                .given("officer-a", write("R1"))
                .given("officer-a", write("R1"));
        assertThat(story.all(WrittenNoticeIssued.class)).hasSize(2);
        assertThat(state(story)).isEqualTo(NoticeState.NOTIFIED);
    }

    @Test
    void a_refusal_that_the_case_does_not_have_makes_no_sense() {
        refused().when("officer-a", new GiveOralNotice(new RefusalId("R9"))).thenMalformed("/refusalId");
    }

    @Test
    void a_posts_own_wording_is_kept_with_the_event_and_the_services_letter_is_not() {
        var words = "Refused under INA 212(a)(3)(B). A waiver is not available.";
        var story = ineligible().given("officer-a", write("R1", words)).given("officer-a", write("R1"));
        assertThat(story.all(WrittenNoticeIssued.class))
                .extracting(WrittenNoticeIssued::text)
                .containsExactly(words, null);
        assertThat(story.history())
                .filteredOn(line -> line.event().equals(new WrittenNoticeIssued(new RefusalId("R1"), words)))
                .singleElement()
                .satisfies(line -> assertThat(line.stamp().rules())
                        .containsExactly(
                                Rule.NOTICE_OF_REFUSAL,
                                Rule.ORAL_AND_WRITTEN_NOTICE,
                                Rule.OWN_WORDING_MEETS_THE_CRITERIA));
    }

    @Test
    void the_objection_to_a_wording_says_what_is_missing() {
        var decision = refused()
                .when("officer-a", write("R1", "Refused under INA 221(g)."))
                .lastDecision();
        assertThat(decision).isInstanceOfSatisfying(Decision.Rejected.class, it -> {
            assertThat(it.rejection().detail()).contains("LTR-ESTA", "LTR-203G");
            assertThat(it.rejection().rule()).contains(Rule.CLAUSES_OF_A_221G_LETTER);
        });
    }

    @Test
    void steering_in_a_221g_letter_is_against_the_rule_of_that_letter() {
        var text = "Refused under INA 221(g). " + FixedSentence.ESTA.text() + " "
                + FixedSentence.TERMINATION_OF_THE_PETITION.text() + " You should not reapply.";
        assertThat(rejection(refused().when("officer-a", write("R1", text))).rule())
                .contains(Rule.CLAUSES_OF_A_221G_LETTER);
        assertThat(rejection(ineligible()
                                .when("officer-a", write("R1", "INA 212(a)(3)(B), no waiver. You should not reapply.")))
                        .rule())
                .contains(Rule.LETTER_OF_INELIGIBILITY);
    }

    /** R-LTR-11. */
    @Test
    void a_nonimmigrant_is_told_whether_there_is_a_way_to_overcome_the_refusal() {
        var story = CaseScenario.registeredNonimmigrant("MNL", "B2", "2024-03-05")
                .given("intake", apply())
                .given("officer-a", refuse214b())
                .when("officer-a", write("R1", "Refused under INA 214(b). Nothing else."))
                .thenRejected(LETTER_INCOMPLETE);
        assertThat(rejection(story).rule()).contains(Rule.NONIMMIGRANT_IS_TOLD_THE_GROUND);
        story.when("officer-a", write("R1", "Refused under INA 214(b). The law offers no waiver."))
                .thenEvents(WrittenNoticeIssued.class);
        assertThat(story.line(WrittenNoticeIssued.class).stamp().rules())
                .contains(Rule.NONIMMIGRANT_IS_TOLD_THE_GROUND);
    }

    @Test
    void W_12_a_supervisor_disagrees_after_the_applicant_was_told() {
        var story = ineligible()
                .given("officer-a", tell("R1"))
                .given("officer-a", write("R1"))
                .given("supervisor-a", discuss("R1", ProposedAction.REVERSE))
                .given("supervisor-a", reverse("R1"))
                .given("supervisor-a", adviseOfficer("R1"))
                .given("supervisor-a", notifyOfReversal("R1"))
                .when("officer-a", write("R1"))
                .thenAccepted();
        assertThat(story.all(WrittenNoticeIssued.class)).hasSize(2);
        story.thenHappened(ApplicantNotifiedOfReversal.class);
    }

    @ParameterizedTest
    @CsvSource({"NO_NOTICE, SUPPRESSED", "LIMITED_CITATION, LIMITED", "PERMISSION_GRANTED, SUPPRESSED"})
    void the_department_limits_or_suppresses_at_once(NoticeInstruction instruction, NoticeState expected) {
        var story =
                ineligible().when("visa-office", instruct("R1", instruction)).thenEvents(NoticeInstructed.class);
        assertThat(state(story)).isEqualTo(expected);
        assertThat(story.line(NoticeInstructed.class).stamp().rules())
                .containsExactly(
                        Rule.DEPARTMENT_ALONE_WAIVES_NOTICE,
                        expected == NoticeState.LIMITED ? Rule.LIMITED_CITATION : Rule.NOTICE_UNLESS_INSTRUCTED);
    }

    @Test
    void an_instruction_is_for_good() {
        var story = ineligible()
                .given("officer-a", tell("R1"))
                .given("officer-a", write("R1"))
                .given("visa-office", instruct("R1", NoticeInstruction.LIMITED_CITATION))
                .given("officer-a", tell("R1"))
                .given("officer-a", write("R1"));
        assertThat(state(story)).isEqualTo(NoticeState.LIMITED);
        story.when("visa-office", instruct("R1", NoticeInstruction.NO_NOTICE)).thenRejected(BAD_STATE);
    }

    @Test
    void after_suppression_nobody_gives_notice() {
        ineligible()
                .given("visa-office", instruct("R1", NoticeInstruction.NO_NOTICE))
                .when("officer-a", tell("R1"))
                .thenRejected(BAD_STATE)
                .when("officer-a", write("R1"))
                .thenRejected(BAD_STATE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "officer-a", "supervisor-a", "auditor"})
    void nobody_else_waives_a_notice(String who) {
        ineligible().when(who, instruct("R1", NoticeInstruction.NO_NOTICE)).thenRejected(WAIVER_DEPARTMENT_ONLY);
    }

    /** */
    @Test
    void the_department_instructs_on_212a_only() {
        refused()
                .when("visa-office", instruct("R1", NoticeInstruction.NO_NOTICE))
                .thenRejected(BAD_STATE);
        refused().when("officer-a", instruct("R1", NoticeInstruction.NO_NOTICE)).thenRejected(WAIVER_DEPARTMENT_ONLY);
    }

    @Test
    void notices_are_given_after_termination_too() {
        CaseScenario.applied("2022-06-15")
                .given("officer-a", refuse221g("BC"))
                .clock("2023-06-16T09:00")
                .thenRegistration(RegistrationState.TERMINATED)
                .when("officer-a", tell("R1"))
                .thenAccepted();
    }

    private static CaseScenario refused() {
        return CaseScenario.applied("2024-03-05").given("officer-a", refuse221g("BC"));
    }

    private static CaseScenario ineligible() {
        return CaseScenario.applied("2024-03-05").given("officer-a", refuseIneligible("212(a)(3)(B)"));
    }

    private static Rejection rejection(CaseScenario story) {
        return ((Decision.Rejected) story.lastDecision()).rejection();
    }

    private static NoticeState state(CaseScenario story) {
        return story.refusal("R1").notice().state();
    }
}
