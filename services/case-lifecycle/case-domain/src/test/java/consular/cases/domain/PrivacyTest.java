package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.law.RejectionCode.BAD_STATE;
import static consular.cases.domain.law.RejectionCode.ERASED;
import static consular.cases.domain.law.RejectionCode.LEGAL_HOLD;
import static consular.cases.domain.privacy.ErasureLevel.CONTENT;
import static consular.cases.domain.privacy.ErasureLevel.KEY;

import consular.cases.domain.CaseCommand.ErasePersonalData;
import consular.cases.domain.CaseEvent.LegalHoldLifted;
import consular.cases.domain.CaseEvent.LegalHoldPlaced;
import consular.cases.domain.CaseEvent.PersonalDataErased;
import org.junit.jupiter.api.Test;

/** Destroying the data of persons, and keeping it for a court. Holds R-NIV-12. */
class PrivacyTest {
    private final CaseScenario applied = CaseScenario.applied("2024-03-05");

    @Test
    void an_applicant_is_erased_and_the_case_goes_on() {
        applied.when("admin", erase(A1, KEY))
                .thenEvents(PersonalDataErased.class)
                .thenState(ApplicationState.UNDECIDED)
                .when("officer-a", issue())
                .thenAccepted();
    }

    @Test
    void a_higher_level_may_follow_and_nothing_else() {
        applied.given("admin", erase(A1, KEY))
                .when("admin", erase(A1, KEY))
                .thenRejected(ERASED)
                .when("admin", erase(A1, CONTENT))
                .thenEvents(PersonalDataErased.class)
                .when("admin", erase(A1, CONTENT))
                .thenRejected(ERASED)
                .when("admin", erase(A1, KEY))
                .thenRejected(ERASED);
    }

    @Test
    void the_texts_of_the_case_are_erased_on_their_own() {
        applied.given("admin", erase(A1, CONTENT))
                .when("admin", erase(null, KEY))
                .thenEvents(PersonalDataErased.class)
                .when("admin", erase(null, KEY))
                .thenRejected(ERASED);
    }

    @Test
    void nothing_is_erased_under_a_hold_until_it_is_lifted() {
        applied.given("admin", hold())
                .when("admin", erase(A1, KEY))
                .thenRejected(LEGAL_HOLD)
                .when("admin", erase(null, CONTENT))
                .thenRejected(LEGAL_HOLD)
                .when("admin", release())
                .thenEvents(LegalHoldLifted.class)
                .when("admin", erase(A1, KEY))
                .thenEvents(PersonalDataErased.class);
    }

    @Test
    void a_hold_on_one_of_a_family_leaves_the_others_alone() {
        CaseScenario.at("MNL")
                .clock("2024-03-05T09:00")
                .given("intake", register("MNL", "F31", principal(), spouse()))
                .given("admin", hold())
                .when("admin", erase(A2, CONTENT))
                .thenEvents(PersonalDataErased.class);
    }

    @Test
    void a_hold_is_placed_once_and_lifted_once() {
        applied.when("admin", release())
                .thenRejected(BAD_STATE)
                .when("admin", hold())
                .thenEvents(LegalHoldPlaced.class)
                .when("admin", hold())
                .thenRejected(BAD_STATE);
    }

    @Test
    void what_is_gone_cannot_be_held() {
        applied.given("admin", erase(A1, KEY)).when("admin", hold()).thenRejected(ERASED);
    }

    @Test
    void the_authority_is_one_line_and_the_applicant_is_of_the_case() {
        applied.when("admin", erase(A2, KEY)).thenMalformed("/applicantId");
        applied.when("admin", new ErasePersonalData(A1, KEY, "two\nlines")).thenMalformed("/authority");
    }
}
