package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.DeadlineKind.DOCUMENT_RETURN;
import static consular.cases.domain.DeadlineState.*;
import static consular.cases.domain.law.RejectionCode.BAD_STATE;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.DocumentConsentRecorded;
import consular.cases.domain.CaseEvent.DocumentsReturned;
import consular.cases.domain.EventByTime.ApplicationLapsed;
import consular.cases.domain.EventByTime.DocumentReturnDue;
import consular.cases.domain.law.Rule;
import org.junit.jupiter.api.Test;

/** How long documents are kept for the evidence that may overcome a refusal. Holds R-DOC-01, R-DOC-02, R-DOC-03. */
class DocumentCustodyTest {
    private final CaseScenario story = CaseScenario.applied("2024-03-05").given("officer-a", refuse221g("BC"));

    @Test
    void documents_are_kept_for_a_year_and_due_for_return_the_day_after_it() {
        story.thenDeadline(DOCUMENT_RETURN, "2025-03-05", "2025-03-06", RUNNING)
                .clock("2025-03-05T23:59")
                .thenNever(DocumentReturnDue.class)
                .clock("2025-03-06T00:00")
                .thenDeadline(DOCUMENT_RETURN, "2025-03-05", "2025-03-06", PASSED);
        assertThat(story.all(DocumentReturnDue.class))
                .singleElement()
                .satisfies(it -> assertThat(it.lastDay()).isEqualTo("2025-03-05"));
        assertThat(story.line(DocumentReturnDue.class).stamp().rules())
                .containsExactly(Rule.DOCUMENTS_KEPT_FOR_A_YEAR_WITH_CONSENT);
    }

    @Test
    void a_year_from_a_leap_day_ends_on_28_february() {
        CaseScenario.applied("2024-02-29")
                .given("officer-a", refuse221g("BC"))
                .thenDeadline(DOCUMENT_RETURN, "2025-02-28", "2025-03-01", RUNNING);
    }

    @Test
    void documents_are_kept_for_a_refusal_only_that_evidence_may_overcome() {
        assertThat(CaseScenario.applied("2024-03-05")
                        .given("officer-a", refuseCurable("212(a)(4)"))
                        .deadlines(DOCUMENT_RETURN))
                .hasSize(1);
        assertThat(CaseScenario.applied("2024-03-05")
                        .given("officer-a", refuseIneligible("212(a)(4)"))
                        .deadlines(DOCUMENT_RETURN))
                .isEmpty();
        assertThat(CaseScenario.appliedFor("B2", "2024-06-03")
                        .given("officer-a", refuse214b())
                        .deadlines(DOCUMENT_RETURN))
                .isEmpty();
    }

    @Test
    void nothing_is_kept_while_the_post_processes_and_asks_for_nothing() {
        var processing = CaseScenario.applied("2024-03-05").given("officer-a", refuse221g("SAO"));
        assertThat(processing.deadlines(DOCUMENT_RETURN)).isEmpty();
        processing.when("intake", consent("R1", false)).thenRejected(BAD_STATE);
        processing.clock("2025-04-01T09:00").thenNever(DocumentReturnDue.class);
        assertThat(CaseScenario.applied("2024-03-05")
                        .given("officer-a", refuse221g("SAO", "BC"))
                        .deadlines(DOCUMENT_RETURN))
                .hasSize(1);
    }

    @Test
    void nothing_is_kept_of_those_who_wait_for_the_family() {
        assertThat(Families.applied("2024-03-05")
                        .given("officer-a", refuse221g("BC"))
                        .deadlines(DOCUMENT_RETURN))
                .extracting(Deadline::subject)
                .containsExactly("R1");
    }

    @Test
    void an_opinion_on_a_case_in_processing_keeps_the_documents_until_it_is_answered() {
        CaseScenario.applied("2024-03-05")
                .given("officer-a", refuse221g("SAO"))
                .given("officer-a", ask("F1"))
                .thenDeadline(DOCUMENT_RETURN, "2025-03-05", "2025-03-06", SUSPENDED)
                .given("visa-office", favourable("AO1", null))
                .thenDeadline(DOCUMENT_RETURN, "2025-03-05", "2025-03-06", RUNNING);
    }

    @Test
    void without_consent_the_custody_ends_that_day() {
        story.clock("2024-03-12T10:00")
                .when("intake", consent("R1", false))
                .thenEvents(DocumentConsentRecorded.class)
                .thenDeadline(DOCUMENT_RETURN, "2024-03-12", "2024-03-13", RUNNING)
                .clock("2024-03-13T00:00")
                .thenHappened(DocumentReturnDue.class);
    }

    @Test
    void consent_that_is_given_after_all_lets_the_year_run() {
        story.clock("2024-03-12T10:00")
                .given("intake", consent("R1", false))
                .given("intake", consent("R1", true))
                .thenDeadline(DOCUMENT_RETURN, "2025-03-05", "2025-03-06", RUNNING);
    }

    @Test
    void a_refusal_of_consent_that_is_entered_late_waits_for_the_next_act() {
        story.clock("2024-03-20T10:00")
                .whenLate("intake", consent("R1", false), "2024-03-12T10:00", "the letter lay about")
                .thenAccepted()
                .thenDeadline(DOCUMENT_RETURN, "2024-03-12", "2024-03-13", SUSPENDED)
                .clock("2024-03-21T10:00")
                .thenNever(DocumentReturnDue.class)
                .given("officer-a", note())
                .thenDeadline(DOCUMENT_RETURN, "2024-03-12", "2024-03-22", RUNNING);
    }

    @Test
    void a_refusal_that_is_entered_late_waits_for_the_next_act() {
        var old = CaseScenario.registered("2024-03-01").clock("2025-06-02T09:00");
        old.whenLate("intake", apply(), "2024-03-05T09:00", "entered from paper")
                .thenAccepted()
                .whenLate("officer-a", refuse221g("BC"), "2024-03-05T10:00", "entered from paper")
                .thenAccepted()
                .thenDeadline(DOCUMENT_RETURN, "2025-03-05", "2025-03-06", SUSPENDED);
    }

    @Test
    void while_an_opinion_is_awaited_the_documents_stay() {
        story.given("officer-a", ask("F1"))
                .thenDeadline(DOCUMENT_RETURN, "2025-03-05", "2025-03-06", SUSPENDED)
                .when("intake", giveBack("R1", "passport"))
                .thenRejected(BAD_STATE);
        assertThat(story.deadlines(DOCUMENT_RETURN).getFirst().because())
                .extracting(Deadline.Because::rule)
                .contains(Rule.DOCUMENTS_STAY_WHILE_AN_OPINION_IS_AWAITED);
        story.clock("2025-04-01T09:00").thenNever(DocumentReturnDue.class);
    }

    @Test
    void an_opinion_that_is_answered_in_time_leaves_the_year_as_it_was() {
        story.given("officer-a", ask("F1"))
                .clock("2024-06-03T09:00")
                .given("visa-office", favourable("AO1", null))
                .thenDeadline(DOCUMENT_RETURN, "2025-03-05", "2025-03-06", RUNNING);
    }

    @Test
    void an_opinion_that_is_answered_after_the_year_makes_the_return_due_at_once() {
        story.given("officer-a", ask("F1"))
                .clock("2025-04-01T09:00")
                .given("visa-office", favourable("AO1", null))
                .thenDeadline(DOCUMENT_RETURN, "2025-03-05", "2025-04-02", RUNNING)
                .clock("2025-04-02T00:00")
                .thenHappened(DocumentReturnDue.class);
    }

    @Test
    void documents_that_went_back_in_time_are_not_due() {
        story.when("intake", giveBack("R1", "passport", "deed of sale"))
                .thenEvents(DocumentsReturned.class)
                .thenDeadline(DOCUMENT_RETURN, "2025-03-05", "2025-03-06", MET)
                .clock("2025-03-06T09:00")
                .thenNever(DocumentReturnDue.class);
        assertThat(story.line(DocumentsReturned.class).stamp().rules())
                .containsExactly(Rule.DOCUMENTS_OF_THE_REFUSAL_STAY);
        story.when("intake", giveBack("R1", "passport")).thenRejected(BAD_STATE);
        story.when("intake", consent("R1", true)).thenRejected(BAD_STATE);
    }

    @Test
    void a_return_says_what_went_back() {
        story.when("intake", giveBack("R1")).thenMalformed("/documents");
        story.when("intake", giveBack("R9", "passport")).thenMalformed("/refusalId");
        story.when("intake", consent("R9", true)).thenMalformed("/refusalId");
    }

    @Test
    void a_refusal_that_no_longer_stands_keeps_no_documents() {
        story.given("intake", evidence("F1"))
                .given("officer-a", overcome("F1"))
                .thenDeadline(DOCUMENT_RETURN, "2025-03-05", "2025-03-06", STOPPED)
                .when("intake", consent("R1", false))
                .thenRejected(BAD_STATE);
    }

    @Test
    void a_withdrawal_stops_the_clock() {
        story.given("officer-a", withdraw()).thenDeadline(DOCUMENT_RETURN, "2025-03-05", "2025-03-06", STOPPED);
    }

    @Test
    void the_return_is_due_before_the_application_of_a_nonimmigrant_lapses() {
        var visitor = CaseScenario.appliedFor("B2", "2024-06-03")
                .given("officer-a", refuse221g("BC"))
                .clock("2025-06-04T00:00");
        assertThat(visitor.all(DocumentReturnDue.class)).hasSize(1);
        assertThat(visitor.all(ApplicationLapsed.class)).hasSize(1);
        visitor.given("intake", giveBack("R1", "passport"));
        assertThat(visitor.line(DocumentsReturned.class).stamp().rules())
                .containsExactly(Rule.ORIGINALS_STAY_WITH_THE_REFUSAL);
    }

    @Test
    void the_return_keeps_nobody_from_entering_what_happened_before_it() {
        CaseScenario.applied("2024-03-05")
                .given("officer-a", refuseCurable("212(a)(4)"))
                .clock("2025-03-06T10:00")
                .thenHappened(DocumentReturnDue.class)
                .whenLate("officer-a", note(), "2025-03-05T15:00", "entered on the next day")
                .thenAccepted();
    }
}
