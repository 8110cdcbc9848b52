package consular.cases.application.letters;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand;
import consular.cases.domain.CaseCommand.DiscontinueGrant;
import consular.cases.domain.CaseCommand.GiveOralNotice;
import consular.cases.domain.CaseCommand.InstructNotice;
import consular.cases.domain.CaseCommand.IssueVisa;
import consular.cases.domain.CaseCommand.IssueWrittenNotice;
import consular.cases.domain.CaseCommand.NotifyApplicantOfReversal;
import consular.cases.domain.CaseCommand.OvercomeRefusal;
import consular.cases.domain.CaseCommand.PresentEvidence;
import consular.cases.domain.CaseCommand.Refuse221g;
import consular.cases.domain.CaseCommand.RefuseIneligible;
import consular.cases.domain.CaseCommand.ReverseOwnRefusal;
import consular.cases.domain.CaseCommand.WithdrawApplication;
import consular.cases.domain.GroundGiven;
import consular.cases.domain.ReasonGiven;
import consular.cases.domain.VisaAnnotation;
import consular.cases.domain.people.Role;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.NoticeInstruction;
import consular.cases.domain.refusals.OvercomeBasis;
import consular.cases.domain.refusals.RefusalId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A letter says nothing that the record does not bear out. Holds R-TRM-03, R-SUP-10. */
class TrueLettersTest extends CaseLettersTestBase {
    private static final RefusalId R2 = new RefusalId("R2");

    @Test
    void evidence_that_overcame_one_reason_of_two_is_not_denied() {
        certificateOvercomeAndTaxesOpen();
        passes("2025-02-10T10:00");
        passes("2025-03-10T10:00");
        assertThat(text("termination-warning"))
                .contains("no evidence presented in time since then on the grounds that still stand.");
        assertThat(text("termination"))
                .contains("no evidence presented in time since then on the grounds that still stand.")
                .contains("because within one year of that refusal no evidence was presented on the grounds that still"
                        + " stand.");
    }

    @Test
    void an_application_whose_only_refusal_was_reversed_is_open_again() {
        ineligible();
        reverse();
        assertThat(text("reversal-R1")).contains("Your application is open again.");
    }

    @Test
    void a_reversal_takes_the_place_of_an_earlier_notice_only_where_one_was_given() {
        ineligible();
        reverse();
        assertThat(text("reversal-R1")).contains("was reversed on").doesNotContain("earlier notice");
    }

    @Test
    void a_notice_by_word_of_mouth_is_an_earlier_one() {
        thenTheReversalTakesThePlaceOf(new GiveOralNotice(R1));
    }

    @Test
    void so_is_one_in_writing_alone() {
        thenTheReversalTakesThePlaceOf(new IssueWrittenNotice(R1, null));
    }

    @Test
    void an_application_that_another_refusal_still_holds_is_not_called_open() {
        ineligible();
        give(Role.ADJUDICATOR, refuseFor("212(e)"));
        reverse();
        assertThat(text("reversal-R1"))
                .contains("Another refusal of your application still stands")
                .doesNotContain("open again");
    }

    @Test
    void an_application_refused_anew_before_the_notice_is_not_called_open() {
        ineligible();
        give(Role.ADJUDICATOR, new ReverseOwnRefusal(R1, "the facts do not bear it"));
        give(Role.ADJUDICATOR, refuse221g());
        give(Role.SUPERVISOR, new NotifyApplicantOfReversal(R1));
        assertThat(text("reversal-R1", 1)).contains("Another refusal of your application still stands");
    }

    @Test
    void a_refusal_after_the_notice_was_given_is_not_in_it() {
        ineligible();
        reverse();
        give(Role.ADJUDICATOR, refuse221g());
        assertThat(text("reversal-R1", 1)).contains("Your application is open again.");
    }

    @Test
    void a_refusal_of_which_the_department_allows_no_notice_is_not_told_in_the_letter_of_another() {
        ineligible();
        give(Role.ADJUDICATOR, refuseFor("212(a)(3)(B)"));
        reverse();
        give(Role.DEPARTMENT, new InstructNotice(R2, NoticeInstruction.NO_NOTICE, "D-1"));
        assertThat(text("reversal-R1")).doesNotContain("open again", "nother refusal");
    }

    @Test
    void after_the_end_of_the_registration_the_letter_says_what_is_missing() {
        applied();
        give(Role.ADJUDICATOR, refuse221g());
        passes("2025-03-10T10:00");
        reverse();
        assertThat(text("reversal-R1")).contains("your registration for an immigrant visa remains terminated");
    }

    @Test
    void nobody_is_told_to_have_a_registration_reinstated_that_cannot_be_any_more() {
        applied();
        give(Role.ADJUDICATOR, refuse221g());
        passes("2025-03-10T10:00");
        passes("2026-04-10T10:00");
        reverse();
        assertThat(text("reversal-R1"))
                .contains("the last day to have it reinstated has passed")
                .doesNotContain("open again");
    }

    @Test
    void a_visa_issued_before_the_notice_is_told() {
        ineligible();
        give(Role.ADJUDICATOR, new ReverseOwnRefusal(R1, "the facts do not bear it"));
        give(Role.ADJUDICATOR, new IssueVisa(A1, VisaAnnotation.OVERCOME));
        assertThat(text("reversal-R1")).contains("A visa has since been issued to you.");
    }

    @Test
    void an_application_that_was_withdrawn_is_not_called_open() {
        ineligible();
        give(Role.ADJUDICATOR, new ReverseOwnRefusal(R1, "the facts do not bear it"));
        give(Role.ADJUDICATOR, new WithdrawApplication(A1, "asked for it"));
        assertThat(text("reversal-R1")).contains("Your application has been withdrawn.");
    }

    @Test
    void of_an_order_that_stops_the_granting_of_visas_the_letter_says_nothing() {
        ineligible();
        give(Role.ADJUDICATOR, new ReverseOwnRefusal(R1, "the facts do not bear it"));
        give(Role.DEPARTMENT, new DiscontinueGrant("243d-1"));
        assertThat(text("reversal-R1")).doesNotContain("open again", "243");
    }

    private void thenTheReversalTakesThePlaceOf(CaseCommand notice) {
        ineligible();
        give(Role.ADJUDICATOR, notice);
        reverse();
        assertThat(text("reversal-R1")).contains("This notice takes the place of the earlier notice of that refusal.");
    }

    private void reverse() {
        give(Role.ADJUDICATOR, new ReverseOwnRefusal(R1, "the facts do not bear it"));
        give(Role.SUPERVISOR, new NotifyApplicantOfReversal(R1));
    }

    private void certificateOvercomeAndTaxesOpen() {
        applied();
        give(
                Role.ADJUDICATOR,
                new Refuse221g(
                        A1, List.of(new ReasonGiven("BC", null, null), new ReasonGiven("Tax", null, null)), null));
        itIs("2024-04-10T10:00");
        var certificate = List.of(new FindingId("F1"));
        give(Role.INTAKE, new PresentEvidence(A1, certificate, List.of()));
        give(Role.ADJUDICATOR, new OvercomeRefusal(certificate, OvercomeBasis.EVIDENCE));
    }

    private static CaseCommand refuseFor(String ground) {
        return new RefuseIneligible(A1, List.of(new GroundGiven(ground, "facts", false, false, false)), null);
    }
}
