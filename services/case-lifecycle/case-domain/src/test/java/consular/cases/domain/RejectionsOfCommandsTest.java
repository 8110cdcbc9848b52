package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.Families.*;
import static consular.cases.domain.law.RejectionCode.*;
import static consular.cases.domain.refusals.ProposedAction.REFER;
import static consular.cases.domain.refusals.ProposedAction.REVERSE;

import consular.cases.domain.CaseCommand.Refuse214b;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A code that several commands may meet is met by each of them. */
class RejectionsOfCommandsTest {
    private static final List<CaseCommand> OUTCOMES =
            List.of(concur("R1"), discuss("R1", REVERSE), discuss("R1", REFER), reverse("R1"), refer("R1"));

    /** What has no place once the registration is terminated, tried by a family of three. */
    static final List<CaseCommand> BARRED_BY_TERMINATION = List.of(
            notifyAvailability("2022-03-01"),
            retrogress("2022-03-01"),
            restore("2022-03-01"),
            apply(),
            issue(),
            refuse221g("PC"),
            refuseIneligible("212(a)(2)"),
            refuse214b(),
            missedInterview("2022-03-01"),
            followUpPackage("2022-03-01"),
            answer("2022-03-01"),
            evidence("F1"),
            overcome("F1"),
            processed("F1"),
            waive("F1"),
            waitFor(A1, A2),
            travelWithout(A1, A2));

    @Test
    void a_terminated_registration_stands_in_the_way_of_whatever_needs_it() {
        var story = Families.applied("2022-03-01")
                .given("officer-a", refuse221g("BC"))
                .clock("2023-03-02T09:00")
                .thenHappened(EventByTime.RegistrationTerminated.class);
        BARRED_BY_TERMINATION.forEach(
                command -> story.when("officer-a", command).thenRejected(REGISTRATION_TERMINATED));
    }

    @Test
    void no_outcome_of_a_review_is_given_at_a_consultative_post() {
        var story = CaseScenario.appliedAt("NSS", "2024-03-05").given("officer-a", refuseIneligible("212(a)(4)"));
        OUTCOMES.forEach(it -> story.when("supervisor-a", it).thenRejected(CONSULTATIVE_POST));
    }

    @Test
    void no_outcome_of_a_review_is_given_on_ones_own_refusal() {
        var story = applied().given("supervisor-a", refuseIneligible("212(a)(4)"));
        OUTCOMES.forEach(it -> story.when("supervisor-a", it).thenRejected(SELF_REVIEW));
    }

    @Test
    void no_outcome_of_a_review_is_given_without_a_commission() {
        var story = refused();
        OUTCOMES.forEach(it -> story.when("supervisor-x", it).thenRejected(NO_COMMISSION));
    }

    @Test
    void a_review_has_one_outcome() {
        var story = refused().given("supervisor-a", concur("R1"));
        OUTCOMES.forEach(it -> story.when("supervisor-a", it).thenRejected(BAD_OUTCOME));
    }

    @Test
    void whoever_would_reverse_or_refer_discusses_it_first() {
        var story = refused();
        List.of(reverse("R1"), refer("R1"))
                .forEach(it -> story.when("supervisor-a", it).thenRejected(DISCUSSION_REQUIRED));
    }

    @Test
    void who_reversed_a_refusal_decides() {
        var story = refused().given("supervisor-a", discuss("R1", REVERSE)).given("supervisor-a", reverse("R1"));
        List.of(refuse221g("BC"), refuseIneligible("212(a)(4)"), issue())
                .forEach(it -> story.when("officer-b", it).thenRejected(RESPONSIBILITY_ASSUMED));
    }

    @Test
    void nobody_is_refused_who_has_a_visa() {
        var story = applied().given("officer-a", issue());
        List.of(refuse221g("BC"), refuseIneligible("212(a)(4)"))
                .forEach(it -> story.when("officer-a", it).thenRejected(BAD_STATE));
        CaseScenario.appliedFor("B2", "2024-06-03")
                .given("officer-a", issue())
                .when("officer-a", refuse214b())
                .thenRejected(BAD_STATE);
    }

    @Test
    void nobody_is_refused_who_has_not_applied() {
        var story = CaseScenario.registered("2024-03-05");
        List.of(refuse221g("BC"), refuseIneligible("212(a)(4)"))
                .forEach(it -> story.when("officer-a", it).thenRejected(NOT_EXECUTED));
        CaseScenario.registeredFor("B2", "2024-06-03")
                .when("officer-a", refuse214b())
                .thenRejected(NOT_EXECUTED);
    }

    @Test
    void the_presumption_takes_facts_too() {
        CaseScenario.appliedFor("B2", "2024-06-03")
                .when("officer-a", new Refuse214b(A1, " "))
                .thenRejected(FACTUAL_BASIS_REQUIRED);
    }

    @Test
    void a_nonimmigrant_has_no_registration_that_availability_could_matter_to() {
        var story = CaseScenario.registeredFor("B2", "2024-06-03");
        List.of(notifyAvailability("2024-06-03"), retrogress("2024-06-03"), restore("2024-06-03"))
                .forEach(it -> story.when("intake", it).thenRejected(NIV_HAS_NO_REGISTRATION));
    }

    @Test
    void a_finding_that_is_closed_is_neither_waived_nor_overcome_again() {
        var story = refused().given("officer-a", reverseOwn("R1"));
        List.of(waive("F1"), overcome("F1"))
                .forEach(it -> story.when("officer-a", it).thenRejected(BAD_FINDING_STATE));
    }

    private static CaseScenario applied() {
        return CaseScenario.applied("2024-03-05");
    }

    private static CaseScenario refused() {
        return applied().given("officer-a", refuseIneligible("212(a)(4)"));
    }
}
