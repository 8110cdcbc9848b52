package consular.cases.application.letters;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.ApplyForVisa;
import consular.cases.domain.CaseCommand.DeferMedically;
import consular.cases.domain.CaseCommand.IssueWrittenNotice;
import consular.cases.domain.CaseCommand.PresentEvidence;
import consular.cases.domain.CaseCommand.Refuse221g;
import consular.cases.domain.CaseCommand.RegisterCase;
import consular.cases.domain.Fee;
import consular.cases.domain.ReasonGiven;
import consular.cases.domain.people.FamilyRole;
import consular.cases.domain.people.Person;
import consular.cases.domain.people.Role;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.refusals.Document;
import consular.cases.domain.refusals.FindingId;
import consular.cases.domain.visas.VisaCategory;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A notice that is issued late, or again, offers the days that are left. Holds R-NIV-10, R-FEE-01. */
class LateNoticesTest extends CaseLettersTestBase {
    private static final String NO_NEW_FEE = "without a new application and without a new fee";

    @Test
    void no_letter_offers_a_day_that_is_past() {
        applied();
        give(Role.ADJUDICATOR, refuse221g());
        issuedOn("2025-03-05T10:00");
        issuedOn("2025-03-06T10:00");
        assertThat(text("R1", 1)).contains("on or before March 5, 2025", NO_NEW_FEE);
        assertThat(text("R1", 2)).doesNotContain("on or before", NO_NEW_FEE);
    }

    @Test
    void a_nonimmigrants_application_lapses_a_year_after_the_latest_refusal() {
        visitorRefusedTwice();
        issuedOn("2024-06-05T10:00");
        assertThat(text("R1", 1))
                .contains("on or before March 5, 2025 is considered " + NO_NEW_FEE)
                .contains("on or before June 5, 2025, the application lapses");
    }

    @Test
    void it_lapses_no_more_once_evidence_is_in() {
        visitorRefusedTwice();
        present("F2");
        issuedOn("2024-06-05T10:00");
        assertThat(text("R1", 1)).contains(NO_NEW_FEE).doesNotContain("lapses");
    }

    /** On the first finding it comes after its year, but while the applicant was told to wait. */
    @Test
    void evidence_that_comes_while_a_finding_is_deferred_keeps_it_from_lapsing_too() {
        visitorRefusedTwice();
        give(Role.ADJUDICATOR, new DeferMedically(A1, new FindingId("F2"), LocalDate.of(2025, 6, 20)));
        itIs("2025-04-01T10:00");
        present("F1");
        issuedOn("2025-06-02T10:00");
        assertThat(text("R1", 1)).doesNotContain("the application lapses");
    }

    @Test
    void while_a_medical_deferral_outlasts_the_year_it_lapses_after_the_deferral() {
        visitorRefusedTwice();
        give(Role.ADJUDICATOR, new DeferMedically(A1, new FindingId("F2"), LocalDate.of(2025, 6, 20)));
        for (var day : List.of("2025-06-02", "2025-06-10", "2025-06-20")) {
            issuedOn(day + "T10:00");
        }
        for (var issue : List.of(1, 2, 3)) {
            assertThat(text("R1", issue)).contains("on or before June 20, 2025, the application lapses");
        }
        passes("2025-06-21T10:00");
        issuedOn("2025-06-21T11:00");
        assertThat(text("R1", 4)).contains("Your application has lapsed.").doesNotContain("the application lapses");
    }

    @Test
    void after_the_year_no_letter_says_how_to_keep_it_from_lapsing() {
        visitorRefusedTwice();
        issuedOn("2025-06-05T10:00");
        issuedOn("2025-06-06T10:00");
        assertThat(text("R1", 1)).contains("on or before June 5, 2025, the application lapses");
        assertThat(text("R1", 2)).doesNotContain("the application lapses");
    }

    private void present(String findingId) {
        give(
                Role.INTAKE,
                new PresentEvidence(
                        A1, List.of(new FindingId(findingId)), List.of(new Document("any", true, "any", null))));
    }

    private void issuedOn(String time) {
        itIs(time);
        give(Role.ADJUDICATOR, new IssueWrittenNotice(R1, null));
    }

    private void visitorRefusedTwice() {
        itIs("2024-03-05T10:00");
        var visitor = new Person(A1, FamilyRole.PRINCIPAL, "Santos", "Maria", LocalDate.of(1990, 1, 1), "PH");
        give(
                Role.INTAKE,
                new RegisterCase(
                        "MNL1", new PostCode("MNL"), VisaCategory.NONIMMIGRANT, "B2", null, List.of(visitor), null));
        give(Role.INTAKE, new ApplyForVisa(A1, "DS-160", new Fee(true, "R-1", Fee.Place.POST)));
        give(Role.ADJUDICATOR, refuse221g());
        itIs("2024-06-05T10:00");
        give(Role.ADJUDICATOR, new Refuse221g(A1, List.of(new ReasonGiven("Med", null, null)), null));
    }
}
