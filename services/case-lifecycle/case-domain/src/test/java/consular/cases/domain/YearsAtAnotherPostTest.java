package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.CommandsOnARefusal.*;
import static consular.cases.domain.DeadlineKind.*;
import static consular.cases.domain.DeadlineState.*;
import static consular.cases.domain.Families.result;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.EventByTime.ApplicationLapsed;
import consular.cases.domain.EventByTime.DocumentReturnDue;
import consular.cases.domain.EventByTime.RegistrationTerminated;
import consular.cases.domain.law.Policy;
import consular.cases.domain.law.RegistrationClocks;
import consular.cases.domain.law.RegistrationClocks.Retrogression;
import consular.cases.domain.visas.VisaCategory;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A year is reckoned on the days of the post where it began, whatever happened at another since. */
class YearsAtAnotherPostTest {
    /** Refused at Tijuana; on the 14th in Guangzhou it is the 13th there. */
    private static CaseScenario reinstatedInGuangzhou() {
        return CaseScenario.appliedAt("TJT", "2022-06-15")
                .given("officer-a", refuse221g("BC"))
                .clock("2024-06-10T09:00")
                .given("officer-a", transfer("GUZ"))
                .clock("2024-06-14T09:00+08:00")
                .given("officer-a", reinstate())
                .thenDeadline(TERM_B, "2025-06-14", "2025-06-16", RUNNING);
    }

    /** The fee year begins anew with the registration, at the post that reinstates: there the last day is not over. */
    @Test
    void a_fee_year_begun_anew_has_the_days_of_the_post_that_reinstated() {
        var story = CaseScenario.appliedAt("GUZ", "2022-06-15")
                .under(Policy.RECOMMENDED.with(new RegistrationClocks(Retrogression.RESTART, true)))
                .given("officer-a", refuse221g("BC"))
                .clock("2024-06-14T09:00")
                .given("officer-a", transfer("TJT"))
                .clock("2024-06-14T18:00Z")
                .given("officer-a", reinstate())
                .atTheClock("2025-06-14T17:00Z")
                .given("intake", evidence("F1"))
                .thenFee(FeeStatus.COVERED);
        assertThat(story.finding("F1").evidence())
                .singleElement()
                .satisfies(it -> assertThat(it.timely()).isTrue());
    }

    /** On the last day at Tijuana, where it is the day after in Guangzhou already; no evidence was asked for. */
    @Test
    void what_is_closed_on_the_last_day_of_a_fee_year_begun_anew_is_closed_in_time_there() {
        feeYearAnew("GUZ", "TJT", "2024-06-14T18:00Z")
                .atTheClock("2025-06-14T17:00Z")
                .given("officer-a", processed("F1"))
                .thenDeadline(FEE_WINDOW, "2025-06-14", "2025-06-15", MET)
                .thenFee(FeeStatus.PAID);
    }

    /** And the day after in Guangzhou is too late, though it is the last day at Tijuana still. */
    @Test
    void nor_is_it_in_time_by_the_day_of_the_post_that_refused() {
        feeYearAnew("TJT", "GUZ", "2024-06-14T02:00Z")
                .clock("2025-06-14T16:30Z")
                .given("officer-a", processed("F1"))
                .thenDeadline(FEE_WINDOW, "2025-06-14", "2025-06-15", PASSED)
                .thenFee(FeeStatus.LAPSED);
    }

    /** Of two refusals the second, which ended the registration, is taken back; what is left waits for the post alone. */
    private static CaseScenario feeYearAnew(String refusedAt, String reinstatedAt, String reinstated) {
        return CaseScenario.appliedAt(refusedAt, "2022-06-15")
                .under(Policy.RECOMMENDED.with(new RegistrationClocks(Retrogression.RESTART, true)))
                .given("officer-a", refuse221g("SAO"))
                .given("officer-a", refuse221g("BC"))
                .clock("2024-06-12T18:00Z")
                .given("officer-a", transfer(reinstatedAt))
                .clock(reinstated)
                .given("officer-a", reinstate())
                .given("officer-a", reverseOwn("R2"));
    }

    @Test
    void W_05_evidence_after_a_reinstatement_counts_on_the_day_of_the_post_that_reinstated() {
        reinstatedInGuangzhou()
                .clock("2024-06-14T11:00+08:00")
                .given("intake", evidence("F1"))
                .thenDeadline(TERM_B, "2025-06-14", "2025-06-16", MET);
    }

    /** On the 14th in Tijuana it is the 15th in Guangzhou, where the refusal was made. */
    @Test
    void W_05_the_last_day_of_the_new_year_is_that_of_the_post_that_reinstated() {
        var story = CaseScenario.appliedAt("GUZ", "2022-06-15")
                .given("officer-a", refuse221g("BC"))
                .clock("2024-06-10T09:00")
                .given("officer-a", transfer("TJT"))
                .clock("2024-06-14T16:00Z")
                .given("officer-a", reinstate());
        story.clock("2025-06-14T17:00Z")
                .given("intake", evidence("F1"))
                .thenDeadline(TERM_B, "2025-06-14", "2025-06-16", MET)
                .clock("2025-07-01T09:00");
        assertThat(story.all(RegistrationTerminated.class)).hasSize(1);
    }

    @Test
    void evidence_from_before_a_reinstatement_does_not_count_not_even_on_its_day() {
        CaseScenario.applied("2022-06-15")
                .given("officer-a", refuse221g("Med"))
                .clock("2023-08-07T09:00")
                .given("officer-a", result(A1, MedicalResult.CLEARED))
                .given("officer-a", reinstate())
                .thenDeadline(TERM_B, "2024-08-07", "2024-08-08", RUNNING)
                .given("intake", evidence("F1"))
                .thenDeadline(TERM_B, "2024-08-07", "2024-08-08", MET);
    }

    /** Visas are available again when the case is at Tijuana, where it is the last day still; in Guangzhou that is over. */
    @Test
    void W_05_a_year_that_stood_and_goes_on_at_another_post_ends_where_it_began() {
        for (var entered : List.of(List.of("2024-09-11"), List.of("2024-09-21", "2024-09-11"))) {
            var story = CaseScenario.registeredAt("GUZ", "2024-07-01")
                    .under(Policy.RECOMMENDED.with(new RegistrationClocks(Retrogression.PAUSE, false)))
                    .given("intake", notifyAvailability("2024-07-01"))
                    .clock("2024-10-08T09:00")
                    .given("intake", retrogress("2024-09-01"))
                    .given("officer-a", transfer("TJT"));
            entered.forEach(day -> story.given("intake", restore(day)));
            story.thenDeadline(TERM_A, "2025-07-11", "2025-07-14", RUNNING)
                    .clock("2025-07-11T17:00Z")
                    .given("intake", apply())
                    .thenDeadline(TERM_A, "2025-07-11", "2025-07-14", STOPPED);
        }
    }

    /** The answer comes at Tijuana on the 10th, which is the 11th in Guangzhou, where the year ended on the 10th. */
    @Test
    void W_05_what_an_opinion_held_back_comes_the_day_after_the_answer_where_the_year_began() {
        var story = CaseScenario.at("GUZ")
                .clock("2024-01-10T09:00")
                .given("intake", register("GUZ", VisaCategory.NONIMMIGRANT, "B2", principal()))
                .given("intake", apply())
                .given("officer-a", refuse221g("BC"))
                .given("officer-a", ask("F1"))
                .given("officer-a", transfer("TJT"))
                .clock("2025-01-11T04:00Z")
                .given("visa-office", favourable("AO1", null))
                .thenDeadline(NIV_LAPSE, "2025-01-10", "2025-01-12", RUNNING)
                .thenDeadline(DOCUMENT_RETURN, "2025-01-10", "2025-01-12", RUNNING)
                .clock("2025-01-11T15:59Z")
                .thenNever(ApplicationLapsed.class)
                .clock("2025-01-11T16:00Z")
                .thenHappened(DocumentReturnDue.class);
        assertThat(story.line(ApplicationLapsed.class).stamp().effectiveAt())
                .isEqualTo(Instant.parse("2025-01-11T16:00:00Z"));
    }
}
