package consular.cases.application.letters;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.NotifyVisaAvailability;
import consular.cases.domain.CaseCommand.RecordMissedInterview;
import consular.cases.domain.CaseCommand.RecordRetrogression;
import consular.cases.domain.CaseCommand.ReinstateRegistration;
import consular.cases.domain.CaseCommand.RestoreAvailability;
import consular.cases.domain.law.Policy;
import consular.cases.domain.law.RegistrationClocks;
import consular.cases.domain.law.RegistrationClocks.Retrogression;
import consular.cases.domain.people.Role;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/** Warnings and terminations say since when, and since what, the applicant has not acted. Holds R-TRM-05. */
class YearsToActTest extends CaseLettersTestBase {
    private static final Policy PAUSE = Policy.RECOMMENDED.with(new RegistrationClocks(Retrogression.PAUSE, false));

    @Test
    void without_an_application_the_notice_of_availability_is_told() {
        notified();
        passes("2025-02-10T10:00");
        passes("2025-03-10T10:00");
        for (var letter : new String[] {"termination-warning", "termination"}) {
            assertThat(text(letter)).contains("On March 5, 2024 you were notified that an immigrant visa is available");
        }
        assertThat(text("termination")).contains("because within one year of that notice no application was made.");
    }

    @Test
    void a_missed_interview_is_told_as_such() {
        notified();
        itIs("2024-11-18T10:00");
        give(Role.ADJUDICATOR, new RecordMissedInterview(A1, LocalDate.of(2024, 11, 15)));
        passes("2025-10-20T10:00");
        passes("2025-11-20T10:00");
        for (var letter : new String[] {"termination-warning", "termination"}) {
            assertThat(text(letter))
                    .contains("You did not appear at your interview for an immigrant visa on November 15, 2024.")
                    .doesNotContain("you were notified");
        }
        assertThat(text("termination-warning")).contains("on or before November 15, 2025");
        assertThat(text("termination"))
                .contains("because within one year of that interview there was no message from you, no log-in to CEAC"
                        + " and no application.");
    }

    /** From September on, for 30 days; the year ends as much later. */
    @Test
    void a_year_that_stood_is_told_with_its_days() {
        under(PAUSE);
        notified();
        itIs("2024-12-05T10:00");
        give(Role.INTAKE, new RecordRetrogression(LocalDate.of(2024, 9, 1)));
        give(Role.INTAKE, new RestoreAvailability(LocalDate.of(2024, 10, 1)));
        passes("2025-03-10T10:00");
        passes("2025-04-10T10:00");
        for (var letter : new String[] {"termination-warning", "termination"}) {
            assertThat(text(letter)).contains("On 30 days since then no visa was available to you");
        }
        assertThat(text("termination-warning")).contains("on or before April 4, 2025");
        assertThat(text("termination"))
                .contains(
                        "because within one year of that notice, not counting the days on which no visa was available,"
                                + " no application was made.");
    }

    @Test
    void and_so_is_that_of_a_missed_interview() {
        under(PAUSE);
        notified();
        itIs("2024-12-05T10:00");
        give(Role.ADJUDICATOR, new RecordMissedInterview(A1, LocalDate.of(2024, 8, 1)));
        give(Role.INTAKE, new RecordRetrogression(LocalDate.of(2024, 9, 1)));
        give(Role.INTAKE, new RestoreAvailability(LocalDate.of(2024, 9, 2)));
        passes("2025-08-11T10:00");
        assertThat(text("termination"))
                .contains("On one day since then")
                .contains(
                        "of that interview, not counting the day on which no visa was available, there was no message");
    }

    @Test
    void after_a_reinstatement_the_true_day_of_the_refusal_is_told() {
        applied();
        give(Role.ADJUDICATOR, refuse221g());
        reinstatedAfterAYear();
        for (var letter : new String[] {"termination-warning", "termination"}) {
            assertThat(text(letter))
                    .contains("On March 5, 2024 your application for an immigrant visa was refused")
                    .contains("on June 2, 2025, reinstated; the period of one year runs anew from that day.");
        }
        assertThat(text("termination"))
                .contains("because within one year of the reinstatement no evidence was presented on the grounds");
    }

    @Test
    void after_a_reinstatement_the_true_day_of_the_notice_is_told() {
        notified();
        reinstatedAfterAYear();
        for (var letter : new String[] {"termination-warning", "termination"}) {
            assertThat(text(letter))
                    .contains("On March 5, 2024 you were notified that an immigrant visa is available")
                    .contains("on June 2, 2025, reinstated; the period of one year runs anew from that day.");
        }
        assertThat(text("termination"))
                .contains("because within one year of the reinstatement no application was made.");
    }

    private void notified() {
        itIs("2024-03-05T10:00");
        registered();
        give(Role.INTAKE, new NotifyVisaAvailability(LocalDate.of(2024, 3, 5)));
    }

    private void reinstatedAfterAYear() {
        passes("2025-03-10T10:00");
        itIs("2025-06-02T10:00");
        give(Role.ADJUDICATOR, new ReinstateRegistration("in hospital"));
        passes("2026-05-10T10:00");
        passes("2026-06-10T10:00");
    }
}
