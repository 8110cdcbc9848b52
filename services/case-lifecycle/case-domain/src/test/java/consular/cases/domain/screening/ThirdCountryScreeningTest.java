package consular.cases.domain.screening;

import static consular.cases.domain.screening.Effect.*;
import static consular.cases.domain.screening.Outcome.*;
import static consular.cases.domain.screening.Person.*;
import static consular.cases.domain.screening.ReasonCode.*;
import static consular.cases.domain.screening.ThirdCountryScreenings.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.law.Rule;
import consular.cases.domain.posts.PostCode;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table for third-country nationals, rule by rule. An Indian in H1B who lives in the United States, unless said. */
class ThirdCountryScreeningTest {
    @ParameterizedTest(name = "{0} from {1}, in status {2}: {3} {4}")
    @CsvSource(textBlock = """
        H1B, H1B, true,  ELIGIBLE,   ELIGIBLE_RENEWAL
        TN,  TN,  true,  ELIGIBLE,   ELIGIBLE_RENEWAL
        C1/D, D,  true,  ELIGIBLE,   ELIGIBLE_RENEWAL
        TN,  TN,  false, INELIGIBLE, OUT_OF_STATUS
        B2,  B1,  true,  INELIGIBLE, HOME_COUNTRY_ONLY
        H2A, H2A, true,  INELIGIBLE, HOME_COUNTRY_ONLY
        E1,  E1,  true,  INELIGIBLE, HOME_COUNTRY_ONLY
        """)
    void r_tcn_02_who_was_never_out_of_status_renews_in_the_same_category(
            String sought, String entry, boolean inStatus, Outcome outcome, ReasonCode code) {
        var screening = screen(indian().seeks(sought).admittedAs(entry).outOfStatus(!inStatus));
        assertThat(screening.outcome()).isEqualTo(outcome);
        assertThat(screening.reasons()).extracting(Reason::code).contains(code);
        assertThat(screening.reasons().stream().filter(it -> it.code() == ELIGIBLE_RENEWAL))
                .allMatch(it -> it.rule() == Rule.RENEWAL_IN_THE_SAME_CATEGORY);
    }

    @ParameterizedTest
    @CsvSource({"F1", "F2", "M1", "J1", "J2", "I", "R1", "H1B", "H3", "H4", "L1", "O1", "P1", "C1/D", "D"})
    void r_tcn_03_some_classes_may_be_sought_by_who_never_had_them(String visaClass) {
        var screening = screen(indian().seeks(visaClass).admittedAs(null).livingIn("IN"));
        assertThat(screening.outcome()).isEqualTo(ELIGIBLE);
        assertThat(screening.reasons()).extracting(Reason::code).contains(ELIGIBLE_NEW_VISA);
    }

    @ParameterizedTest
    @CsvSource({"TN", "K1", "G4", "V1", "U1", "N8", "T1", "CW1"})
    void r_tcn_03_others_may_not(String visaClass) {
        thenBarred(indian().seeks(visaClass).admittedAs(null), CLASS_NOT_OFFERED, Rule.CLASSES_SOUGHT_ANEW_IN_MEXICO);
    }

    @ParameterizedTest
    @CsvSource({"B1", "B2", "B1/B2", "C1", "C3", "A1", "A2", "E1", "E2", "E3", "H1A", "H2A", "H2B", "H2R", "Q1", "Q2"})
    void r_tcn_04_some_classes_are_for_the_home_country(String visaClass) {
        var person = indian().seeks(visaClass).admittedAs(visaClass);
        thenBarred(person, HOME_COUNTRY_ONLY, Rule.CLASSES_NOT_ISSUED_IN_MEXICO);
        thenNot(person, ELIGIBLE_NEW_VISA);
    }

    @ParameterizedTest(name = "{0} at {1}")
    @CsvSource(textBlock = """
        C1/D, NVL, false
        D,    NVL, false
        D3,   NVL, false
        C1/D, TJT, true
        D,    CDJ, true
        C1,   NVL, true
        H1B,  NVL, true
        F1,   NVL, true
        """)
    void r_tcn_05_crews_are_not_served_at_nuevo_laredo(String visaClass, String post, boolean served) {
        assertThat(PostCapability.canServe(new PostCode(post), visaClass)).isEqualTo(served);
        var person = indian().seeks(visaClass).admittedAs(visaClass).at(post);
        if (served) {
            thenNot(person, CREW_NOT_AT_NUEVO_LAREDO);
        } else {
            thenBarred(person, CREW_NOT_AT_NUEVO_LAREDO, Rule.NO_CREW_VISAS_AT_NUEVO_LAREDO);
        }
    }

    @Test
    void r_tcn_06_who_was_ever_out_of_status_is_not_accepted() {
        thenBarred(indian().outOfStatus(true), OUT_OF_STATUS, Rule.NEVER_OUT_OF_STATUS);
        thenNot(indian().outOfStatus(false), OUT_OF_STATUS);
        thenNot(indian().outOfStatus(true), VISA_VOID_AFTER_OVERSTAY);
    }

    @Test
    void r_niv_11_who_overstayed_applies_in_the_country_of_nationality() {
        thenBarred(indian().overstayed(), VISA_VOID_AFTER_OVERSTAY, Rule.OVERSTAYER_APPLIES_AT_HOME);
        thenBarred(indian().overstayed(), OUT_OF_STATUS, Rule.NEVER_OUT_OF_STATUS);
    }

    @Test
    void r_tcn_07_visitors_reside_in_mexico() {
        var person = indian().seeks("B2").admittedAs("B2");
        thenBarred(person, B_NOT_RESIDENT, Rule.VISITOR_VISAS_FOR_RESIDENTS_ONLY);
        var resident = screen(person.livingIn("MX"));
        assertThat(resident.outcome()).isEqualTo(ELIGIBLE);
        assertThat(resident.reasons()).extracting(Reason::code).contains(ELIGIBLE_RESIDENT);
    }

    @Test
    void r_tcn_11_stands_for_who_came_without_a_visa_and_is_not_going_home() {
        thenBarred(
                indian().seeks("B2")
                        .admittedAs(null)
                        .underVisaWaiver()
                        .lost(LostOrStolen.BIOMETRIC_PASSPORT, true, false),
                VWP_ENTRY,
                Rule.NOT_AFTER_VISA_WAIVER);
        thenBarred(
                indian().seeks("H1B")
                        .admittedAs(null)
                        .underVisaWaiver()
                        .lost(LostOrStolen.BIOMETRIC_PASSPORT, true, true),
                VWP_ENTRY,
                Rule.NOT_AFTER_VISA_WAIVER);
    }

    @Test
    void r_tcn_09_who_changed_status_does_not_get_the_new_category() {
        thenBarred(indian().seeks("L1").admittedAs("J1").changedStatus(), CHANGED_STATUS, Rule.CHANGE_OF_STATUS_BARS);
        thenBarred(indian().seeks("L1").admittedAs(null).changedStatus(), CHANGED_STATUS, Rule.CHANGE_OF_STATUS_BARS);
        thenNot(indian().seeks("J1").admittedAs("J1").changedStatus(), CHANGED_STATUS);
        thenNot(indian().seeks("L1").admittedAs("J1"), CHANGED_STATUS);
    }

    @ParameterizedTest(name = "admitted as {0}, seeks {1}: {2}")
    @CsvSource(textBlock = """
        J1,    L1,  true
        H4,    H1B, true
        F1,    H1B, true
        B1,    B2,  false
        B1/B2, B1,  false
        C1/D,  D,   false
        L1,    L1,  false
        ,      L1,  false
        """)
    void r_tcn_10_who_was_admitted_in_one_category_seeks_no_other(
            @Nullable String entry, String sought, boolean barred) {
        var person = indian().seeks(sought).admittedAs(entry);
        if (barred) {
            thenBarred(person, CATEGORY_MISMATCH, Rule.REENTRY_IN_THE_CATEGORY_OF_ENTRY);
        } else {
            thenNot(person, CATEGORY_MISMATCH);
        }
    }

    @Test
    void r_tcn_11_nobody_applies_after_the_visa_waiver_program() {
        thenBarred(indian().underVisaWaiver(), VWP_ENTRY, Rule.NOT_AFTER_VISA_WAIVER);
        thenNot(indian(), VWP_ENTRY);
    }

    @ParameterizedTest(name = "visa from {0}, legal residence {1}: {2}")
    @CsvSource(textBlock = """
        IN, ,   false
        AE, ,   true
        AE, AE, false
        IN, AE, true
        ,   AE, false
        """)
    void r_tcn_12_the_visa_is_from_the_country_of_legal_residence(
            @Nullable String obtained, @Nullable String residence, boolean barred) {
        var person = indian().visaFrom(obtained, residence);
        if (barred) {
            thenBarred(person, VISA_FROM_THIRD_COUNTRY, Rule.VISA_FROM_THE_COUNTRY_OF_RESIDENCE);
        } else {
            thenNot(person, VISA_FROM_THIRD_COUNTRY);
        }
    }

    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({"2010-01-01, INELIGIBLE", "2011-04-27, INELIGIBLE", "2011-04-28, ELIGIBLE", "2024-03-05, ELIGIBLE"})
    void r_tcn_13_special_registration_bars_until_its_end(LocalDate on, Outcome outcome) {
        var screening = ThirdCountryScreening.screen(indian().toldOfNseers().get(), on);
        assertThat(screening.outcome()).isEqualTo(outcome);
        assertThat(screening.on()).isEqualTo(on);
        assertThat(screening.reasons().stream().anyMatch(it -> it.code() == NSEERS))
                .isEqualTo(outcome == INELIGIBLE);
    }

    @ParameterizedTest
    @CsvSource({"CU", "IR", "KP", "SD", "SY"})
    void r_tcn_14_five_nationalities_are_not_accepted(String nationality) {
        thenBarred(indian().of(nationality), NATIONALITY_BAR, Rule.NATIONALITIES_NOT_ACCEPTED);
        thenNot(indian(), NATIONALITY_BAR);
    }

    @ParameterizedTest(name = "from {0} to {1}: warned {2}")
    @CsvSource(textBlock = """
        2024-03-05, 2024-03-06, true
        2024-03-05, 2024-03-07, false
        2024-03-05, 2024-03-20, false
        2024-03-05, ,           true
        ,           ,           true
        """)
    void r_tcn_15_three_days_are_needed_in_mexico(
            @Nullable LocalDate arrives, @Nullable LocalDate leaves, boolean warned) {
        var screening = screen(indian().inMexico(arrives, leaves));
        assertThat(screening.outcome()).isEqualTo(ELIGIBLE);
        assertThat(screening.reasons().stream()
                        .anyMatch(it -> it.code() == THREE_DAYS_IN_MEXICO && it.effect() == ADVISORY))
                .isEqualTo(warned);
    }

    @ParameterizedTest(name = "from {0} to {1}, changed {2}: advised {3}")
    @CsvSource(textBlock = """
        B1,  H1B, true,  true
        H4,  H1B, true,  true
        J1,  H1B, false, true
        F1,  H1B, true,  true
        F1,  H1B, false, false
        H1B, H1B, false, false
        J1,  L1,  true,  false
        ,    H1B, false, false
        """)
    void r_tcn_16_counsel_comes_before_a_change_to_h1(
            @Nullable String entry, String sought, boolean changed, boolean advised) {
        var person = indian().seeks(sought).admittedAs(entry);
        var screening = screen(changed ? person.changedStatus() : person);
        assertThat(screening.reasons().stream()
                        .anyMatch(it -> it.code() == CONSULT_ATTORNEY
                                && it.rule() == Rule.COUNSEL_BEFORE_A_CHANGE_TO_H1
                                && it.effect() == ADVISORY))
                .isEqualTo(advised);
    }

    @Test
    void r_rev_03_who_lives_in_the_united_states_is_told_what_is_lost() {
        assertThat(screen(indian()).reasons())
                .anySatisfy(it -> assertThat(it.code()).isEqualTo(REVALIDATION_WILL_BE_LOST));
        thenNot(indian().livingIn("IN"), REVALIDATION_WILL_BE_LOST);
    }
}
