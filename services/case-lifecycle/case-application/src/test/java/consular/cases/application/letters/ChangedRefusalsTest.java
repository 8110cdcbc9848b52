package consular.cases.application.letters;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.AdviseRefusingOfficer;
import consular.cases.domain.CaseCommand.InstructNotice;
import consular.cases.domain.CaseCommand.IssueVisa;
import consular.cases.domain.CaseCommand.IssueWrittenNotice;
import consular.cases.domain.CaseCommand.OvercomeRefusal;
import consular.cases.domain.CaseCommand.PresentEvidence;
import consular.cases.domain.CaseCommand.RecordReviewDiscussion;
import consular.cases.domain.CaseCommand.RecordWaiver;
import consular.cases.domain.CaseCommand.Refuse221g;
import consular.cases.domain.CaseCommand.RefuseIneligible;
import consular.cases.domain.CaseCommand.ReinstateRegistration;
import consular.cases.domain.CaseCommand.SupervisorReverse;
import consular.cases.domain.CaseCommand.WithdrawApplication;
import consular.cases.domain.GroundGiven;
import consular.cases.domain.ReasonGiven;
import consular.cases.domain.law.Policy;
import consular.cases.domain.law.RegistrationClocks;
import consular.cases.domain.law.RegistrationClocks.Retrogression;
import consular.cases.domain.people.Role;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.refusals.NoticeInstruction;
import consular.cases.domain.refusals.OvercomeBasis;
import consular.cases.domain.refusals.ProposedAction;
import consular.cases.domain.refusals.RefusalId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A notice that is issued once things have changed tells what is so then. Holds R-LTR-02, R-OVC-08, R-OVC-10, R-LTR-05. */
class ChangedRefusalsTest extends CaseLettersTestBase {
    private static final RefusalId R2 = new RefusalId("R2");
    private static final String FURTHER = "the consular officer considers the application further";
    private static final String NO_NEW_FEE = "without a new application and without a new fee";

    @Test
    void only_what_still_stands_is_named_as_missing() {
        refusedFor("BC", "Tax");
        overcomeLater("F1");
        issued();
        assertThat(text("R1"))
                .contains("lacked the following: - Birth Certificate - Tax records")
                .contains("The following is missing: - Tax records")
                .contains("Part of the refusal under INA 221(g) has since been overcome.")
                .contains(FURTHER, NO_NEW_FEE);
    }

    @Test
    void of_an_application_that_is_open_again_nothing_is_missing() {
        refusedFor("BC");
        overcomeLater("F1");
        issued();
        assertThat(text("R1"))
                .contains("lacked the following: - Birth Certificate")
                .contains("No document is requested from you on account of this refusal.")
                .contains("The refusal under INA 221(g) has since been overcome. Your application is open again.")
                .doesNotContain("is missing", FURTHER, NO_NEW_FEE, "what the next section names");
    }

    @Test
    void a_notice_that_is_not_issued_yet_follows_the_case() {
        refusedFor("BC");
        assertThat(text("R1")).contains("The following is missing: - Birth Certificate", FURTHER, NO_NEW_FEE);
        overcomeLater("F1");
        assertThat(text("R1")).doesNotContain("is missing", FURTHER, NO_NEW_FEE);
    }

    @Test
    void what_was_issued_before_stays_as_it_was() {
        refusedFor("BC");
        issued();
        var before = text("R1");
        overcomeLater("F1");
        assertThat(text("R1")).isEqualTo(before).contains("The following is missing: - Birth Certificate");
    }

    @Test
    void nothing_is_asked_of_whoever_has_withdrawn() {
        refusedFor("BC");
        give(Role.ADJUDICATOR, new WithdrawApplication(A1, "asked for it"));
        issued();
        assertThat(text("R1"))
                .contains("lacked the following: - Birth Certificate", "Your application has been withdrawn.")
                .doesNotContain("is missing", FURTHER, NO_NEW_FEE);
    }

    @Test
    void nothing_is_asked_of_whoever_has_the_visa() {
        refusedFor("BC");
        overcomeLater("F1");
        give(Role.ADJUDICATOR, new IssueVisa(A1, null));
        issued();
        assertThat(text("R1"))
                .contains("A visa has since been issued to you.")
                .doesNotContain("is missing", FURTHER, NO_NEW_FEE, "open again");
    }

    @Test
    void after_the_registration_nothing_is_asked_until_it_is_reinstated() {
        refusedFor("BC");
        passes("2025-03-10T10:00");
        issued();
        assertThat(text("R1"))
                .contains("Unless it is reinstated, no evidence is considered")
                .doesNotContain("is missing", FURTHER, NO_NEW_FEE);
        give(Role.ADJUDICATOR, new ReinstateRegistration("in hospital"));
        issued();
        assertThat(text("R1")).contains("The following is missing: - Birth Certificate", FURTHER);
    }

    /** Q-04, by choice. */
    @Test
    void a_fee_window_that_a_reinstatement_began_anew_is_the_one_that_is_told() {
        under(Policy.RECOMMENDED.with(new RegistrationClocks(Retrogression.RESTART, true)));
        refusedFor("BC");
        passes("2025-03-10T10:00");
        give(Role.ADJUDICATOR, new ReinstateRegistration("in hospital"));
        issued();
        assertThat(text("R1")).contains("on or before March 10, 2026 is considered " + NO_NEW_FEE);
    }

    @Test
    void after_the_last_day_to_reinstate_it_nobody_is_told_that_it_can_be() {
        refusedFor("BC");
        passes("2025-03-10T10:00");
        passes("2026-04-10T10:00");
        issued();
        assertThat(text("R1"))
                .contains("the last day to have it reinstated has passed")
                .doesNotContain("is missing", FURTHER, "Unless");
    }

    @Test
    void a_refusal_in_its_place_is_told_where_it_may_be() {
        refusedFor("BC");
        give(Role.ADJUDICATOR, ineligibleFor("212(a)(3)(B)"));
        issued();
        assertThat(text("R1"))
                .contains(
                        "has since been replaced by a later refusal. Another refusal of your application still stands")
                .doesNotContain("is missing", FURTHER, NO_NEW_FEE, "212(a)");
    }

    @Test
    void a_refusal_in_its_place_of_which_no_notice_is_allowed_is_not_told_in_any_issue() {
        refusedFor("BC");
        give(Role.ADJUDICATOR, ineligibleFor("212(a)(3)(B)"));
        issued();
        give(Role.DEPARTMENT, new InstructNotice(R2, NoticeInstruction.NO_NOTICE, "D-1"));
        issued();
        for (var issue : List.of(1, 2)) {
            assertThat(text("R1", issue))
                    .contains("lacked the following: - Birth Certificate")
                    .doesNotContain("replaced", "nother refusal", "is missing", "No document", "No step", FURTHER);
        }
    }

    @Test
    void a_supervisors_reversal_is_told_only_once_the_refusing_officer_is_advised() {
        ineligible();
        give(Role.SUPERVISOR, new RecordReviewDiscussion(R1, "discussed", ProposedAction.REVERSE, true));
        give(Role.SUPERVISOR, new SupervisorReverse(R1, "the facts do not bear it"));
        issued();
        assertThat(text("R1")).contains("212(a)(4)").doesNotContain("reversed", "open again", "is considered");
        give(Role.SUPERVISOR, new AdviseRefusingOfficer(R1));
        issued();
        assertThat(text("R1", 1)).doesNotContain("reversed", "open again");
        assertThat(text("R1", 2)).contains("has since been reversed. Your application is open again.");
    }

    @Test
    void a_waiver_is_told_unless_the_citation_is_limited() {
        applied();
        give(Role.ADJUDICATOR, ineligibleFor("212(a)(4)"));
        give(Role.ADJUDICATOR, new RecordWaiver(new FindingId("F1"), "DHS-1"));
        issued();
        assertThat(text("R1"))
                .contains("A waiver of the ineligibility under INA 212(a)(4) has since been granted.")
                .doesNotContain("overcome", "may be presented");
        give(Role.DEPARTMENT, new InstructNotice(R1, NoticeInstruction.LIMITED_CITATION, "D-1"));
        assertThat(text("R1"))
                .contains("INA 212(a) ")
                .doesNotContainIgnoringCase("waive")
                .doesNotContain("212(a)(4)");
    }

    private void refusedFor(String... annotations) {
        applied();
        give(
                Role.ADJUDICATOR,
                new Refuse221g(
                        A1,
                        List.of(annotations).stream()
                                .map(it -> new ReasonGiven(it, null, null))
                                .toList(),
                        null));
    }

    private void overcomeLater(String findingId) {
        itIs("2024-04-10T10:00");
        var findings = List.of(new FindingId(findingId));
        give(Role.INTAKE, new PresentEvidence(A1, findings, List.of()));
        give(Role.ADJUDICATOR, new OvercomeRefusal(findings, OvercomeBasis.EVIDENCE));
    }

    private void issued() {
        give(Role.ADJUDICATOR, new IssueWrittenNotice(R1, null));
    }

    private static RefuseIneligible ineligibleFor(String ground) {
        return new RefuseIneligible(A1, List.of(new GroundGiven(ground, "facts", false, true, false)), null);
    }
}
