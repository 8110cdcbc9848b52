package consular.cases.application.letters;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.AdviseRefusingOfficer;
import consular.cases.domain.CaseCommand.InstructNotice;
import consular.cases.domain.CaseCommand.IssueWrittenNotice;
import consular.cases.domain.CaseCommand.NotifyApplicantOfReversal;
import consular.cases.domain.CaseCommand.RecordCounsel;
import consular.cases.domain.CaseCommand.RecordReviewDiscussion;
import consular.cases.domain.CaseCommand.ReinstateRegistration;
import consular.cases.domain.CaseCommand.ReverseOwnRefusal;
import consular.cases.domain.CaseCommand.SupervisorConcur;
import consular.cases.domain.CaseCommand.SupervisorReverse;
import consular.cases.domain.people.Counsel;
import consular.cases.domain.people.Role;
import consular.cases.domain.refusals.NoticeInstruction;
import consular.cases.domain.refusals.ProposedAction;
import org.junit.jupiter.api.Test;

/** A letter that was given reads ever after as it was given, and each issue of it can be read. Holds R-LTR-02. */
class IssuedLettersTest extends CaseLettersTestBase {
    private static final Counsel CRUZ = new Counsel("L. Cruz", "Makati");
    private static final Counsel REYES = new Counsel("B. Reyes", "Cebu");

    @Test
    void counsel_who_came_later_is_not_in_a_letter_that_was_given() {
        applied();
        give(Role.ADJUDICATOR, refuse221g());
        give(Role.ADJUDICATOR, new IssueWrittenNotice(R1, null));
        var given = text("R1");
        give(Role.ADJUDICATOR, new RecordCounsel(CRUZ));
        assertThat(text("R1")).isEqualTo(given).doesNotContain("L. Cruz");
        assertThat(letters().all().getFirst().counsel()).isNull();
    }

    @Test
    void counsel_who_left_stays_in_the_letters_of_which_a_copy_was_sent() {
        applied();
        give(Role.ADJUDICATOR, new RecordCounsel(CRUZ));
        give(Role.ADJUDICATOR, refuse221g());
        passes("2025-02-10T10:00");
        passes("2025-03-10T10:00");
        give(Role.ADJUDICATOR, new RecordCounsel(REYES));
        itIs("2025-06-02T10:00");
        give(Role.ADJUDICATOR, new ReinstateRegistration("in hospital"));
        assertThat(text("termination-warning")).contains("L. Cruz").doesNotContain("B. Reyes");
        assertThat(text("termination")).contains("L. Cruz").doesNotContain("B. Reyes");
        assertThat(text("reinstatement")).contains("B. Reyes").doesNotContain("L. Cruz");
    }

    @Test
    void each_issue_of_a_notice_can_be_read_as_it_was() {
        ineligible();
        itIs("2024-03-07T10:00");
        give(Role.ADJUDICATOR, new IssueWrittenNotice(R1, null));
        var first = text("R1");
        give(Role.SUPERVISOR, new SupervisorConcur(R1, "as found"));
        give(Role.ADJUDICATOR, new RecordCounsel(CRUZ));
        itIs("2024-03-11T10:00");
        give(Role.ADJUDICATOR, new IssueWrittenNotice(R1, null));
        assertThat(letters().all()).extracting(CaseLetter::issue).containsExactly(1, 2);
        assertThat(text("R1", 1)).isEqualTo(first).contains("March 7, 2024").doesNotContain("L. Cruz");
        assertThat(text("R1", 2)).contains("March 11, 2024", "L. Cruz");
        assertThat(text("R1")).isEqualTo(text("R1", 2));
        assertThat(letters().find("R1", 3)).isEmpty();
    }

    @Test
    void a_notice_not_yet_issued_has_no_issue_and_follows_the_case() {
        applied();
        give(Role.ADJUDICATOR, refuse221g());
        assertThat(letters().all()).extracting(CaseLetter::issue).containsOnlyNulls();
        assertThat(letters().find("R1", 1)).isEmpty();
        give(Role.ADJUDICATOR, new RecordCounsel(CRUZ));
        assertThat(text("R1")).contains("L. Cruz");
    }

    @Test
    void the_departments_limit_reaches_every_issue() {
        ineligible();
        give(Role.ADJUDICATOR, new IssueWrittenNotice(R1, null));
        give(Role.ADJUDICATOR, new IssueWrittenNotice(R1, null));
        give(Role.DEPARTMENT, new InstructNotice(R1, NoticeInstruction.LIMITED_CITATION, "D-1"));
        assertThat(text("R1", 1)).contains("212(a)").doesNotContain("212(a)(4)");
        assertThat(text("R1", 2)).contains("212(a)").doesNotContain("212(a)(4)");
    }

    @Test
    void words_that_were_issued_stay_though_no_release_would_take_them_any_more() {
        ineligible();
        var words = "Refused under INA 212(a)(4). We encourage you to ask for a waiver.";
        issuedOnce(words);
        assertThat(text("R1")).contains(words);
        give(Role.DEPARTMENT, new InstructNotice(R1, NoticeInstruction.LIMITED_CITATION, "D-1"));
        assertThat(text("R1")).contains("212(a)").doesNotContain("212(a)(4)", "encourage");
    }

    @Test
    void words_that_were_issued_under_the_departments_limit_stay() {
        ineligible();
        give(Role.DEPARTMENT, new InstructNotice(R1, NoticeInstruction.LIMITED_CITATION, "D-1"));
        var words = "Refused under INA 212(a). We encourage you to write to us.";
        issuedOnce(words);
        assertThat(text("R1")).contains(words);
    }

    @Test
    void a_reversal_that_was_told_keeps_its_counsel() {
        ineligible();
        itIs("2024-03-08T10:00");
        give(Role.SUPERVISOR, new RecordReviewDiscussion(R1, "discussed", ProposedAction.REVERSE, true));
        give(Role.SUPERVISOR, new SupervisorReverse(R1, "the facts do not bear it"));
        give(Role.SUPERVISOR, new AdviseRefusingOfficer(R1));
        give(Role.SUPERVISOR, new NotifyApplicantOfReversal(R1));
        give(Role.ADJUDICATOR, new RecordCounsel(CRUZ));
        assertThat(text("reversal-R1", 1)).isEqualTo(text("reversal-R1")).doesNotContain("L. Cruz");
    }

    @Test
    void an_officer_who_reversed_after_the_supervisor_concurred_leaves_a_letter_to_give() {
        ineligible();
        give(Role.SUPERVISOR, new SupervisorConcur(R1, "as found"));
        assertThat(ids()).doesNotContain("reversal-R1");
        itIs("2024-03-08T10:00");
        give(Role.ADJUDICATOR, new ReverseOwnRefusal(R1, "the facts do not bear it"));
        assertThat(text("reversal-R1")).contains("was reversed on March 8, 2024");
        give(Role.SUPERVISOR, new NotifyApplicantOfReversal(R1));
        assertThat(text("reversal-R1", 1)).contains("was reversed on March 8, 2024");
    }

    @Test
    void a_supervisors_reversal_has_no_letter_before_the_refusing_officer_is_advised() {
        ineligible();
        give(Role.SUPERVISOR, new RecordReviewDiscussion(R1, "discussed", ProposedAction.REVERSE, true));
        give(Role.SUPERVISOR, new SupervisorReverse(R1, "the facts do not bear it"));
        assertThat(ids()).doesNotContain("reversal-R1");
        give(Role.SUPERVISOR, new AdviseRefusingOfficer(R1));
        assertThat(ids()).contains("reversal-R1");
    }

    @Test
    void a_registration_that_was_terminated_twice_has_both_letters() {
        applied();
        give(Role.ADJUDICATOR, refuse221g());
        passes("2025-02-10T10:00");
        passes("2025-03-10T10:00");
        itIs("2025-06-02T10:00");
        give(Role.ADJUDICATOR, new ReinstateRegistration("in hospital"));
        passes("2026-05-10T10:00");
        passes("2026-06-10T10:00");
        assertThat(text("termination", 1)).contains("Date: March 6, 2025");
        assertThat(text("termination", 2)).isEqualTo(text("termination")).contains("Date: June 3, 2026");
        assertThat(text("termination-warning", 1)).contains("March 5, 2025");
        assertThat(text("termination-warning", 2)).contains("June 2, 2026");
    }
}
