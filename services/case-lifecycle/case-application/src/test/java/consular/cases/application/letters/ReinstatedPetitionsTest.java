package consular.cases.application.letters;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.ApplyForVisa;
import consular.cases.domain.CaseCommand.RecordPetitionStatus;
import consular.cases.domain.CaseCommand.RegisterCase;
import consular.cases.domain.CaseCommand.ReinstateRegistration;
import consular.cases.domain.Fee;
import consular.cases.domain.people.FamilyRole;
import consular.cases.domain.people.Person;
import consular.cases.domain.people.Role;
import consular.cases.domain.petitions.PetitionStatus;
import consular.cases.domain.petitions.SuspensionReason;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.visas.VisaCategory;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** The letter of a reinstatement takes back what that of the termination said of the petition. Holds R-TRM-11. */
class ReinstatedPetitionsTest extends CaseLettersTestBase {
    private static final String REINSTATED = "With the registration, the petition on which it rests is reinstated.";

    @Test
    void the_petition_is_reinstated_with_the_registration() {
        applied();
        refusedAndTerminated();
        assertThat(text("termination")).contains("the petition on which it rested is revoked by law");
        give(Role.ADJUDICATOR, new ReinstateRegistration("in hospital"));
        assertThat(text("reinstatement")).contains(REINSTATED);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "REAFFIRMED")
    void one_that_is_suspended_returned_or_revoked_besides_is_not(PetitionStatus status) {
        applied();
        become(status, "2024-06-03");
        refusedAndTerminated();
        give(Role.ADJUDICATOR, new ReinstateRegistration("in hospital"));
        assertThat(text("reinstatement")).doesNotContain("petition");
    }

    @Test
    void one_that_was_reaffirmed_since_is() {
        applied();
        become(PetitionStatus.SUSPENDED, "2024-06-03");
        become(PetitionStatus.REAFFIRMED, "2024-06-05");
        refusedAndTerminated();
        give(Role.ADJUDICATOR, new ReinstateRegistration("in hospital"));
        become(PetitionStatus.REVOKED, "2025-07-11");
        assertThat(text("reinstatement")).contains(REINSTATED);
    }

    @Test
    void where_the_case_rests_on_none_nothing_is_said_of_one() {
        itIs("2024-03-05T10:00");
        give(
                Role.INTAKE,
                new RegisterCase(
                        "MNL1",
                        new PostCode("MNL"),
                        VisaCategory.IMMIGRANT,
                        "IR1",
                        null,
                        List.of(new Person(
                                A1, FamilyRole.PRINCIPAL, "Santos", "Maria", LocalDate.of(1990, 1, 1), "PH")),
                        null));
        give(Role.INTAKE, new ApplyForVisa(A1, "DS-260", new Fee(true, "R-1", Fee.Place.NVC)));
        refusedAndTerminated();
        give(Role.ADJUDICATOR, new ReinstateRegistration("in hospital"));
        assertThat(text("reinstatement")).contains("was reinstated").doesNotContain("petition");
    }

    private void become(PetitionStatus status, String on) {
        itIs(on + "T10:00");
        var reason = status == PetitionStatus.SUSPENDED ? SuspensionReason.NOT_ENTITLED : null;
        give(Role.ADJUDICATOR, new RecordPetitionStatus(status, LocalDate.parse(on), reason, "told by letter"));
    }

    private void refusedAndTerminated() {
        give(Role.ADJUDICATOR, refuse221g());
        passes("2025-07-10T10:00");
    }
}
