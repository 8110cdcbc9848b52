package consular.cases.domain.screening;

import static consular.cases.domain.screening.Effect.*;
import static consular.cases.domain.screening.Outcome.*;
import static consular.cases.domain.screening.Person.*;
import static consular.cases.domain.screening.ReasonCode.*;
import static consular.cases.domain.screening.ThirdCountryScreenings.*;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What the sheet leaves open about third-country nationals, and that every reason is given. */
class ThirdCountryQuestionsTest {
    @Test
    void Q_24_the_exclusion_of_h2_outweighs_the_general_h() {
        var screening = screen(indian().seeks("H2B").admittedAs(null));
        assertThat(screening.outcome()).isEqualTo(INELIGIBLE);
        assertThat(screening.reasons())
                .extracting(Reason::code)
                .contains(HOME_COUNTRY_ONLY)
                .doesNotContain(ELIGIBLE_NEW_VISA);
    }

    @Test
    void Q_25_a_student_who_changed_to_h1b_asks_the_post() {
        var screening = screen(indian().seeks("H1B").admittedAs("F1").changedStatus());
        assertThat(screening.outcome()).isEqualTo(INELIGIBLE_UNLESS_POST_ACCEPTS);
        assertThat(screening.reasons())
                .extracting(Reason::code)
                .contains(CHANGED_STATUS, CATEGORY_MISMATCH, CONSULT_ATTORNEY, ELIGIBLE_NEW_VISA);
        assertThat(screening.reasons()).extracting(Reason::effect).doesNotContain(BAR);
        assertThat(screen(indian().seeks("H1B").admittedAs("B1").changedStatus())
                        .outcome())
                .isEqualTo(INELIGIBLE);
        assertThat(screen(indian().seeks("H1B").admittedAs("F1").changedStatus().of("CU"))
                        .outcome())
                .isEqualTo(INELIGIBLE);
    }

    @Test
    void every_reason_is_given_and_not_the_first_only() {
        var screening = screen(indian().of("IR")
                .seeks("C1/D")
                .admittedAs("F1")
                .at("NVL")
                .changedStatus()
                .overstayed()
                .underVisaWaiver()
                .visaFrom("AE", null));
        assertThat(screening.reasons())
                .extracting(Reason::code)
                .containsExactly(
                        CREW_NOT_AT_NUEVO_LAREDO,
                        OUT_OF_STATUS,
                        VISA_VOID_AFTER_OVERSTAY,
                        CHANGED_STATUS,
                        CATEGORY_MISMATCH,
                        VWP_ENTRY,
                        VISA_FROM_THIRD_COUNTRY,
                        NATIONALITY_BAR,
                        THREE_DAYS_IN_MEXICO,
                        REVALIDATION_WILL_BE_LOST);
    }
}
