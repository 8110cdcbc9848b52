package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.law.RejectionCode.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.RegisterCase;
import consular.cases.domain.CaseEvent.CaseRegistered;
import consular.cases.domain.people.Person;
import consular.cases.domain.people.Petition;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.visas.VisaCategory;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegisterCaseTest {
    private final CaseScenario manila = CaseScenario.at("MNL").clock("2024-03-05T09:00");

    @Test
    void a_case_is_registered_at_its_post_with_its_applicants() {
        manila.when("intake", register("MNL", "F31", principal(), spouse()))
                .thenAccepted()
                .thenEvents(CaseRegistered.class)
                .thenState(ApplicationState.REGISTERED)
                .thenFee(null)
                .thenRegistration(RegistrationState.ACTIVE);
        assertThat(manila.view().applicants())
                .extracting(it -> it.applicantId().value())
                .containsExactly("a1", "a2");
        assertThat(manila.view().petitionBased()).isTrue();
        assertThat(manila.applicant().revalidationLost()).isFalse();
    }

    @Test
    void a_case_may_be_registered_on_a_closed_day() {
        CaseScenario.at("MNL")
                .clock("2024-03-09T09:00")
                .when("intake", register("MNL"))
                .thenAccepted();
    }

    @Test
    void the_number_of_another_case_is_turned_down() {
        manila.decide(register("MNL"), context(true, true)).thenRejected(DUPLICATE_CASE_NUMBER);
    }

    @Test
    void a_case_is_registered_once() {
        manila.given("intake", register("MNL")).when("intake", register("MNL")).thenRejected(DUPLICATE_CASE_NUMBER);
    }

    @Test
    void there_is_exactly_one_principal() {
        manila.when("intake", register("MNL", "IR1")).thenRejected(NO_PRINCIPAL);
        manila.when("intake", register("MNL", "IR1", spouse())).thenRejected(NO_PRINCIPAL);
        manila.when(
                        "intake",
                        register(
                                "MNL",
                                "IR1",
                                principal(),
                                new Person(
                                        A2,
                                        principal().role(),
                                        "Cruz",
                                        "Jose",
                                        principal().dateOfBirth(),
                                        "PH")))
                .thenRejected(NO_PRINCIPAL);
    }

    @Test
    void the_post_has_to_exist() {
        manila.decide(register("MNL"), context(false, false)).thenRejected(UNKNOWN_POST);
    }

    @Test
    void the_class_is_an_immigrant_one_of_the_departments_symbols() {
        manila.when("intake", register("MNL", "B2", principal())).thenRejected(UNKNOWN_VISA_CLASS);
        manila.when("intake", register("MNL", "XY9", principal())).thenRejected(UNKNOWN_VISA_CLASS);
        manila.when("intake", with("1", VisaCategory.NONIMMIGRANT, null, principal()))
                .thenRejected(UNKNOWN_VISA_CLASS);
    }

    @Test
    void objections_come_in_the_order_of_the_contract() {
        var everythingWrong = new RegisterCase(
                "1", new PostCode("ZZZ"), VisaCategory.IMMIGRANT, "XY9", null, List.of(spouse()), null);
        manila.decide(everythingWrong, context(true, false)).thenRejected(DUPLICATE_CASE_NUMBER);
        manila.decide(everythingWrong, context(false, false)).thenRejected(NO_PRINCIPAL);
    }

    @Test
    void numbers_are_letters_and_digits_and_nationalities_are_countries() {
        manila.when("intake", with("MNL-1", VisaCategory.IMMIGRANT, null, principal()))
                .thenMalformed("/caseNumber");
        manila.when("intake", with("1".repeat(33), VisaCategory.IMMIGRANT, null, principal()))
                .thenMalformed("/caseNumber");
        manila.when("intake", with("1", VisaCategory.IMMIGRANT, new Petition("I-130", "WAC 1"), principal()))
                .thenMalformed("/petition/receiptNumber");
        manila.when(
                        "intake",
                        with(
                                "1",
                                VisaCategory.IMMIGRANT,
                                null,
                                new Person(
                                        A1,
                                        principal().role(),
                                        "Cruz",
                                        "Jose",
                                        principal().dateOfBirth(),
                                        "XX")))
                .thenMalformed("/applicants/0/nationality");
        manila.when("intake", with("1", VisaCategory.IMMIGRANT, null, principal(), principal()))
                .thenMalformed("/applicants");
    }

    @Test
    void nothing_can_be_done_with_a_case_that_is_not_registered() {
        manila.when("officer-a", note()).thenMalformed("");
    }

    @Test
    void a_diversity_case_rests_on_no_petition_even_if_one_is_given() {
        manila.given("intake", register("MNL", "DV1", principal()));
        assertThat(manila.view().petitionBased()).isFalse();
    }

    private static RegisterCase with(
            String number, VisaCategory category, @Nullable Petition petition, Person... applicants) {
        return new RegisterCase(number, new PostCode("MNL"), category, "IR1", petition, List.of(applicants), null);
    }

    private CommandContext context(boolean numberTaken, boolean postKnown) {
        var usual = manila.context(TestActors.named("intake"), null, null);
        return new CommandContext(
                usual.caseId(),
                usual.actor(),
                postKnown ? manila.post() : null,
                null,
                usual.recordedAt(),
                null,
                null,
                numberTaken);
    }

    @Test
    void the_future_is_objected_to_before_a_post_that_does_not_exist() {
        var nowhere = context(false, false);
        manila.decide(register("MNL"), nowhere.at(nowhere.recordedAt().plusSeconds(1), nowhere.recordedAt()))
                .thenRejected(FUTURE_EFFECTIVE_TIME);
    }

    @Test
    void a_time_that_the_calendars_do_not_cover_makes_no_sense() {
        manila.whenLate("intake", register("MNL"), "1999-12-31T23:59", "old papers")
                .thenMalformed("/effectiveAt");
        manila.whenLate("intake", register("MNL"), "2051-01-01T00:00", null).thenMalformed("/effectiveAt");
        manila.whenLate("intake", register("MNL"), "2000-01-01T00:00", "old papers")
                .thenAccepted();
        manila.whenLate("officer-a", note(), "2051-01-01T00:00", null).thenMalformed("/effectiveAt");
        manila.when("intake", notifyAvailability("1999-12-31")).thenMalformed("/transmittedOn");
        manila.when("intake", retrogress("1999-12-31")).thenMalformed("/from");
        manila.when("intake", restore("1999-12-31")).thenMalformed("/from");
        manila.when("intake", notifyAvailability("2000-01-01")).thenAccepted();
    }
}
