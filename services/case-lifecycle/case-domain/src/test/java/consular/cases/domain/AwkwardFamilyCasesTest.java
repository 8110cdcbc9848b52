package consular.cases.domain;

import static consular.cases.domain.ApplicationState.*;
import static consular.cases.domain.Commands.*;
import static consular.cases.domain.Families.*;
import static consular.cases.domain.refusals.FindingStatus.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.EventByTime.RegistrationTerminated;
import consular.cases.domain.EventByTime.TerminationWarningSent;
import consular.cases.domain.refusals.FindingKind;
import org.junit.jupiter.api.Test;

/** The awkward cases of families, under their numbers in the rule sheet. */
class AwkwardFamilyCasesTest {

    @Test
    void W_16_family_follows_the_principal_with_dates_of_its_own_and_no_termination_clock() {
        var family =
                Families.registered("2024-04-08").given("intake", apply(A1)).given("intake", apply(A2));
        family.given("officer-a", refuse221g("SAO")).clock("2024-05-06T09:00").given("intake", apply(A3));
        assertThat(following(family, A2)).extracting(FindingView::refusedOn).hasToString("[2024-04-08]");
        assertThat(following(family, A3)).extracting(FindingView::refusedOn).hasToString("[2024-05-06]");
        assertThat(family.deadlines(DeadlineKind.TERM_B)).isEmpty();

        family.clock("2024-10-07T09:00").given("officer-a", processed("F1"));
        assertThat(states(family)).as("released together").containsOnly(REOPENED);
    }

    @Test
    void W_17_derivative_is_ineligible_and_the_family_waits_so_the_principal_follows_and_has_no_clock() {
        var family = Families.applied("2024-04-08")
                .given("officer-a", refuseIneligible(A3, "212(a)(1)(A)(i)"))
                .given("officer-a", waitFor(A3, A1, A2));
        assertThat(member(family, A1)
                        .refusals()
                        .getFirst()
                        .findings()
                        .getFirst()
                        .kind())
                .isEqualTo(FindingKind.FOLLOWS_FAMILY);
        assertThat(family.deadlines(DeadlineKind.TERM_B)).isEmpty();
        family.clock("2026-04-08T09:00")
                .thenNever(TerminationWarningSent.class)
                .thenNever(RegistrationTerminated.class)
                .thenRegistration(RegistrationState.ACTIVE);

        family.given("officer-a", travelWithout(A3, A1, A2));
        assertThat(waits(family, A1))
                .as("overcome when the family stops waiting")
                .containsExactly(OVERCOME);
        assertThat(states(family)).containsExactly(REOPENED, REOPENED, REFUSED);
    }

    @Test
    void W_17_a_document_that_the_principal_lacks_has_its_clock_all_the_same() {
        var family = Families.applied("2024-04-08")
                .given("officer-a", refuseIneligible(A3, "212(a)(1)(A)(i)"))
                .given("officer-a", waitFor(A3, A1))
                .given("officer-a", refuse221g("BC"));
        family.thenDeadline(DeadlineKind.TERM_B, "2025-04-08", "2025-04-09", DeadlineState.RUNNING);
        family.given("intake", evidence("F3")).given("officer-a", overcome("F3"));
        family.thenDeadline(DeadlineKind.TERM_B, "2025-04-08", "2025-04-09", DeadlineState.MET);
    }
}
