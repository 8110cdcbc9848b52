package consular.cases.application.letters;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.AdviseRefusingOfficer;
import consular.cases.domain.CaseCommand.IssueWrittenNotice;
import consular.cases.domain.CaseCommand.NotifyApplicantOfReversal;
import consular.cases.domain.CaseCommand.RecordReviewDiscussion;
import consular.cases.domain.CaseCommand.ReinstateRegistration;
import consular.cases.domain.CaseCommand.SupervisorReverse;
import consular.cases.domain.people.Role;
import consular.cases.domain.refusals.ProposedAction;
import org.junit.jupiter.api.Test;

/** A letter bears the day and the post of that which it tells, wherever the case has gone since (W-05). */
class LettersAfterTransferTest extends CaseLettersTestBase {

    @Test
    void an_issued_notice_keeps_its_day_and_its_post() {
        applied();
        give(Role.ADJUDICATOR, refuse221g());
        itIs("2024-03-07T10:00");
        give(Role.ADJUDICATOR, new IssueWrittenNotice(R1, null));
        var issued = text("R1");
        assertThat(issued).contains("Consular Section, Manila", "March 7, 2024");
        transferTo("TJT");
        assertThat(date("R1")).isEqualTo("2024-03-07");
        assertThat(text("R1")).isEqualTo(issued);
    }

    @Test
    void a_notice_not_yet_issued_is_of_the_post_that_refused() {
        applied();
        give(Role.ADJUDICATOR, refuse221g());
        transferTo("TJT");
        assertThat(text("R1")).contains("Consular Section, Manila");
    }

    @Test
    void a_refusal_at_the_new_post_is_told_by_the_new_post() {
        applied();
        transferTo("TJT");
        itIs("2024-03-07T10:00");
        give(Role.ADJUDICATOR, refuse221g());
        assertThat(date("R1")).isEqualTo("2024-03-07");
        assertThat(text("R1")).contains("Consular Section, Tijuana").doesNotContain("Manila");
    }

    @Test
    void a_notice_that_the_new_post_issues_is_its_own() {
        applied();
        give(Role.ADJUDICATOR, refuse221g());
        transferTo("TJT");
        itIs("2024-03-07T20:00");
        give(Role.ADJUDICATOR, new IssueWrittenNotice(R1, null));
        assertThat(date("R1")).isEqualTo("2024-03-07");
        assertThat(text("R1")).contains("Consular Section, Tijuana");
    }

    @Test
    void the_letters_on_the_registration_keep_the_days_of_their_acts() {
        terminatedAndReinstated();
        transferTo("TJT");
        assertThat(date("termination-warning")).isEqualTo("2025-02-03");
        assertThat(date("termination")).isEqualTo("2025-03-06");
        assertThat(date("reinstatement")).isEqualTo("2025-06-02");
        assertThat(text("termination")).contains("Consular Section, Manila", "Date: March 6, 2025");
    }

    @Test
    void after_a_transfer_the_new_post_writes_on_the_days_that_the_letters_report() {
        applied();
        give(Role.ADJUDICATOR, refuse221g());
        transferTo("TJT");
        passes("2025-02-10T10:00");
        passes("2025-03-10T10:00");
        itIs("2025-06-02T20:00");
        give(Role.ADJUDICATOR, new ReinstateRegistration("in hospital"));
        assertThat(date("termination-warning")).isEqualTo("2025-02-03");
        assertThat(text("termination-warning")).contains("Consular Section, Tijuana", "Date: February 3, 2025");
        assertThat(text("termination"))
                .contains("Consular Section, Tijuana", "Date: March 6, 2025", "203(g) on March 6, 2025");
        assertThat(text("reinstatement")).contains("Consular Section, Tijuana", "Date: June 2, 2025");
    }

    @Test
    void a_reversal_is_told_by_the_post_that_reversed_until_the_applicant_is_told() {
        ineligible();
        transferTo("TJT");
        itIs("2024-03-08T20:00");
        give(Role.SUPERVISOR, new RecordReviewDiscussion(R1, "discussed", ProposedAction.REVERSE, true));
        give(Role.SUPERVISOR, new SupervisorReverse(R1, "the facts do not bear it"));
        give(Role.SUPERVISOR, new AdviseRefusingOfficer(R1));
        transferTo("MNL");
        assertThat(text("reversal-R1")).contains("Consular Section, Tijuana", "Date: March 8, 2024");
        itIs("2024-03-11T10:00");
        give(Role.SUPERVISOR, new NotifyApplicantOfReversal(R1));
        assertThat(text("reversal-R1")).contains("Consular Section, Manila", "Date: March 11, 2024");
    }

    private void terminatedAndReinstated() {
        applied();
        give(Role.ADJUDICATOR, refuse221g());
        passes("2025-02-10T10:00");
        passes("2025-03-10T10:00");
        itIs("2025-06-02T10:00");
        give(Role.ADJUDICATOR, new ReinstateRegistration("in hospital"));
    }
}
