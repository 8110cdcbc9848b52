package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.DeadlineKind.TERM_A;
import static consular.cases.domain.DeadlineState.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.VisaAvailabilityNotified;
import consular.cases.domain.EventByTime.RegistrationTerminated;
import org.junit.jupiter.api.Test;

/** What an officer can do about a notice of availability that was entered under a wrong day, which nothing takes back. */
class MistakenNoticesTest {
    private static CaseScenario notified(String on) {
        return CaseScenario.registered("2024-09-02").given("intake", notifyAvailability(on));
    }

    @Test
    void r_trm_02_a_day_that_was_too_early_is_put_right_by_the_right_one() {
        notified("2024-07-01")
                .given("intake", notifyAvailability("2024-08-01"))
                .thenDeadline(TERM_A, "2025-08-01", "2025-08-04", RUNNING);
    }

    /** The applicant loses nothing; both are on record. */
    @Test
    void r_trm_02_a_day_that_was_too_late_leaves_the_year_until_the_day_of_which_the_applicant_may_have_been_told() {
        var story = notified("2024-08-01")
                .given("intake", notifyAvailability("2024-07-01"))
                .thenDeadline(TERM_A, "2025-08-01", "2025-08-04", RUNNING)
                .clock("2025-07-02T09:00")
                .thenNever(RegistrationTerminated.class);
        assertThat(story.all(VisaAvailabilityNotified.class)).hasSize(2);
    }

    /** A notice that never went out: once one has, the year runs from that. */
    @Test
    void r_trm_01_the_year_of_a_notice_that_never_went_out_gives_way_to_that_of_one_that_did() {
        notified("2024-08-01")
                .clock("2025-07-21T09:00")
                .given("intake", notifyAvailability("2025-07-21"))
                .clock("2025-08-04T09:00")
                .thenNever(RegistrationTerminated.class)
                .thenDeadline(TERM_A, "2026-07-21", "2026-07-22", RUNNING);
    }
}
