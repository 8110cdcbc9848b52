package consular.cases.domain.screening;

import static consular.cases.domain.screening.Effect.*;
import static consular.cases.domain.screening.Outcome.*;
import static consular.cases.domain.screening.Person.*;
import static consular.cases.domain.screening.ReasonCode.*;
import static consular.cases.domain.screening.ThirdCountryScreenings.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.law.Rule;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was lost or stolen on the journey opens the way home, and no other. */
class LostDocumentsTest {
    @ParameterizedTest(name = "{0} lost, {1}, of a waiver country {2}, on the way home {3}: {4}")
    @CsvSource(textBlock = """
        BIOMETRIC_PASSPORT, B2,    true,  true,  ELIGIBLE
        BIOMETRIC_PASSPORT, C1,    true,  true,  ELIGIBLE
        BIOMETRIC_PASSPORT, B1/B2, true,  true,  ELIGIBLE
        BIOMETRIC_PASSPORT, B2,    false, true,  INELIGIBLE
        BIOMETRIC_PASSPORT, B2,    true,  false, INELIGIBLE
        BIOMETRIC_PASSPORT, E2,    true,  true,  INELIGIBLE
        VISA,               B2,    false, true,  ELIGIBLE
        VISA,               B1,    false, true,  ELIGIBLE
        VISA,               C1,    false, true,  INELIGIBLE
        VISA,               B2,    true,  true,  INELIGIBLE
        VISA,               B2,    false, false, INELIGIBLE
        ,                   B2,    true,  true,  INELIGIBLE
        """)
    void r_tcn_08_what_was_lost_or_stolen_opens_the_way_home(
            @Nullable LostOrStolen lost, String visaClass, boolean waiver, boolean home, Outcome outcome) {
        var person = indian().seeks(visaClass).admittedAs(visaClass).lost(lost, waiver, home);
        var screening = screen(person);
        assertThat(screening.outcome()).isEqualTo(outcome);
        if (outcome == ELIGIBLE) {
            assertThat(screening.reasons()).anySatisfy(reason -> {
                assertThat(reason.code()).isEqualTo(EXCEPTION_LOST_STOLEN);
                assertThat(reason.rule()).isEqualTo(Rule.LOST_OR_STOLEN_ON_THE_WAY_HOME);
                assertThat(reason.effect()).isEqualTo(EXCEPTION);
            });
        } else {
            thenNot(person, EXCEPTION_LOST_STOLEN);
        }
    }

    @ParameterizedTest
    @CsvSource({"B2", "B1/B2", "C1"})
    void r_tcn_08_a_lost_passport_opens_the_way_home_to_who_came_on_it_without_a_visa(String visaClass) {
        var screening = screen(indian().seeks(visaClass)
                .admittedAs(null)
                .underVisaWaiver()
                .lost(LostOrStolen.BIOMETRIC_PASSPORT, true, true));
        assertThat(screening.outcome()).isEqualTo(ELIGIBLE);
        assertThat(screening.reasons())
                .extracting(Reason::code)
                .contains(EXCEPTION_LOST_STOLEN)
                .doesNotContain(VWP_ENTRY);
    }

    @Test
    void r_tcn_08_a_lost_visa_does_not_lift_the_bar_after_the_visa_waiver_program() {
        thenBarred(
                indian().seeks("B2").admittedAs("B2").underVisaWaiver().lost(LostOrStolen.VISA, false, true),
                VWP_ENTRY,
                Rule.NOT_AFTER_VISA_WAIVER);
    }

    @Test
    void r_tcn_08_lifts_no_other_bar() {
        var screening = screen(indian().seeks("B2")
                .admittedAs("B2")
                .lost(LostOrStolen.VISA, false, true)
                .of("SY"));
        assertThat(screening.outcome()).isEqualTo(INELIGIBLE);
        assertThat(screening.reasons())
                .extracting(Reason::code)
                .contains(EXCEPTION_LOST_STOLEN, NATIONALITY_BAR)
                .doesNotContain(B_NOT_RESIDENT);
    }
}
