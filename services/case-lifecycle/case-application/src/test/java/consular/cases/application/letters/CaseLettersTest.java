package consular.cases.application.letters;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.ActOnDeadlines;
import consular.cases.domain.CaseCommand.AdviseRefusingOfficer;
import consular.cases.domain.CaseCommand.ApplyForVisa;
import consular.cases.domain.CaseCommand.DeferMedically;
import consular.cases.domain.CaseCommand.InstructNotice;
import consular.cases.domain.CaseCommand.IssueWrittenNotice;
import consular.cases.domain.CaseCommand.RecordCounsel;
import consular.cases.domain.CaseCommand.RecordReviewDiscussion;
import consular.cases.domain.CaseCommand.RefuseIneligible;
import consular.cases.domain.CaseCommand.ReinstateRegistration;
import consular.cases.domain.CaseCommand.ReverseOwnRefusal;
import consular.cases.domain.CaseCommand.SupervisorReverse;
import consular.cases.domain.Fee;
import consular.cases.domain.GroundGiven;
import consular.cases.domain.people.Counsel;
import consular.cases.domain.people.Role;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.NoticeInstruction;
import consular.cases.domain.refusals.ProposedAction;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Which letters a case has, and that they tell what was so. */
class CaseLettersTest extends CaseLettersTestBase {
    private static final String OWN_WORDS = "You are ineligible under INA 212(a)(4). No waiver is available.";

    @Test
    void a_refusal_has_a_letter_from_its_day_on() {
        applied();
        assertThat(letters().all()).isEmpty();
        give(Role.ADJUDICATOR, refuse221g());
        assertThat(letters().all()).singleElement().satisfies(letter -> {
            assertThat(letter.letterId()).isEqualTo("R1");
            assertThat(letter.date()).isEqualTo("2024-03-05");
        });
        assertThat(text("R1")).contains("Maria Santos", "Manila", "221(g)");
    }

    @Test
    void a_letter_bears_the_day_of_its_latest_issue_and_tells_what_was_so_then() {
        ineligible();
        itIs("2024-03-07T10:00");
        give(Role.ADJUDICATOR, new IssueWrittenNotice(R1, null));
        var issued = text("R1");
        assertThat(letters().all().getFirst().date()).isEqualTo("2024-03-07");
        give(Role.SUPERVISOR, new RecordReviewDiscussion(R1, "discussed", ProposedAction.REVERSE, true));
        give(Role.SUPERVISOR, new SupervisorReverse(R1, "the facts do not bear it"));
        assertThat(text("R1")).isEqualTo(issued);
    }

    @Test
    void a_posts_own_words_are_its_letter_until_the_department_limits_the_citation() {
        ineligible();
        give(Role.ADJUDICATOR, new IssueWrittenNotice(R1, OWN_WORDS));
        assertThat(text("R1")).contains("No waiver is available.");
        give(Role.DEPARTMENT, new InstructNotice(R1, NoticeInstruction.LIMITED_CITATION, "D-1"));
        assertThat(text("R1")).contains("212(a)").doesNotContain("212(a)(4)", "No waiver is available.");
    }

    @Test
    void no_letter_of_a_refusal_anew_promises_that_a_fee_which_had_lapsed_serves() {
        applied();
        give(Role.ADJUDICATOR, curable("212(a)(4)"));
        passes("2025-03-10T10:00");
        give(Role.ADJUDICATOR, curable("212(a)(6)(E)"));
        assertThat(text("R2")).contains("212(a)(6)(E)").doesNotContain("without a new fee");
        give(Role.INTAKE, new ApplyForVisa(A1, "DS-260", new Fee(true, "R-2", Fee.Place.NVC)));
        itIs("2025-03-11T10:00");
        give(Role.ADJUDICATOR, curable("212(a)(6)(C)(i)"));
        assertThat(text("R3")).contains("without a new fee", "March 11, 2026");
    }

    private static RefuseIneligible curable(String ground) {
        return new RefuseIneligible(A1, List.of(new GroundGiven(ground, "facts", true, true, false)), null);
    }

    @Test
    void a_suppressed_notice_is_no_letter() {
        ineligible();
        give(Role.DEPARTMENT, new InstructNotice(R1, NoticeInstruction.NO_NOTICE, "D-1"));
        assertThat(letters().all()).isEmpty();
        assertThat(letters().find("R1", null)).isEmpty();
        assertThat(letters().isSuppressed("R1")).isTrue();
        assertThat(letters().isSuppressed("R2")).isFalse();
    }

    @Test
    void Q_09_documents_that_are_missing_besides_are_told_until_the_citation_is_limited() {
        applied();
        give(
                Role.ADJUDICATOR,
                new RefuseIneligible(
                        A1,
                        List.of(new GroundGiven("212(a)(4)", "facts", false, false, false)),
                        null,
                        List.of("pet AOS")));
        assertThat(text("R1")).contains("- Affidavit of Support, of the petitioner");
        give(Role.DEPARTMENT, new InstructNotice(R1, NoticeInstruction.LIMITED_CITATION, "D-1"));
        assertThat(text("R1")).doesNotContain("Affidavit");
    }

    @Test
    void a_reversal_is_told_only_after_the_refusing_officer_was() {
        ineligible();
        itIs("2024-03-08T10:00");
        give(Role.SUPERVISOR, new RecordReviewDiscussion(R1, "discussed", ProposedAction.REVERSE, true));
        give(Role.SUPERVISOR, new SupervisorReverse(R1, "the facts do not bear it"));
        assertThat(ids()).containsExactly("R1");
        give(Role.SUPERVISOR, new AdviseRefusingOfficer(R1));
        assertThat(ids()).containsExactly("R1", "reversal-R1");
        assertThat(text("reversal-R1"))
                .contains("March 5, 2024", "March 8, 2024")
                .doesNotContain("212(a)");
    }

    @Test
    void a_registration_has_a_warning_then_the_termination_then_the_reinstatement() {
        applied();
        give(Role.ADJUDICATOR, refuse221g());
        itIs("2025-02-10T10:00");
        give(Role.SERVICE, new ActOnDeadlines());
        assertThat(ids()).containsExactly("R1", "termination-warning");
        assertThat(text("termination-warning")).contains("March 5, 2025");
        itIs("2025-03-10T10:00");
        give(Role.SERVICE, new ActOnDeadlines());
        assertThat(ids()).containsExactly("R1", "termination-warning", "termination");
        assertThat(text("termination")).contains("March 5, 2026");
        itIs("2025-06-02T10:00");
        give(Role.ADJUDICATOR, new ReinstateRegistration("in hospital"));
        assertThat(ids()).containsExactly("R1", "termination-warning", "termination", "reinstatement");
        assertThat(text("reinstatement")).contains("June 2, 2025", "June 2, 2026");
    }

    @Test
    void where_no_year_begins_the_letter_on_the_reinstatement_speaks_of_none() {
        applied();
        give(Role.ADJUDICATOR, refuse221g());
        passes("2025-03-10T10:00");
        give(Role.ADJUDICATOR, new ReverseOwnRefusal(R1, "on reflection"));
        give(Role.ADJUDICATOR, new ReinstateRegistration("the refusal was wrong"));
        assertThat(text("reinstatement"))
                .contains("was reinstated on March 10, 2025")
                .doesNotContain("The year begins");
    }

    @Test
    void a_warning_during_a_medical_deferral_names_its_last_day() {
        applied();
        give(Role.ADJUDICATOR, refuse221g());
        give(Role.ADJUDICATOR, new DeferMedically(A1, new FindingId("F1"), LocalDate.of(2025, 9, 1)));
        passes("2025-08-02T10:00");
        assertThat(text("termination-warning")).contains("September 1, 2025", "Date: August 2, 2025");
    }

    @Test
    void counsel_on_record_gets_a_copy() {
        applied();
        give(Role.ADJUDICATOR, refuse221g());
        assertThat(text("R1")).doesNotContain("L. Cruz");
        give(Role.ADJUDICATOR, new RecordCounsel(new Counsel("L. Cruz", "Makati")));
        assertThat(text("R1")).contains("L. Cruz", "Makati");
    }
}
