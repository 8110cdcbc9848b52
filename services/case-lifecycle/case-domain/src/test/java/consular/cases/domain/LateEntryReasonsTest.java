package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.CommandsOnARefusal.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.law.Policy;
import consular.cases.domain.law.ReviewLimits;
import consular.cases.domain.law.Rule;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A clock that was past already when it was entered says that it waits for that alone, under the rule whose day it was. */
class LateEntryReasonsTest {
    private static final String REASON = "waits for the next act of a person on the case";
    private static final String FOUND = "found in a drawer";

    /** Two years later everything that a refusal, an opinion or a notice had set going is past. */
    static Stream<Arguments> clocks() {
        return Stream.of(
                of(DeadlineKind.DECISION, Rule.DECISION_BY_END_OF_WORKING_DAY, LateEntryReasonsTest::applied),
                of(DeadlineKind.FEE_WINDOW, Rule.ONE_YEAR_TO_OVERCOME, () -> refused(refuse221g("BC"))),
                of(DeadlineKind.NOTICE, Rule.NOTICE_OF_REFUSAL, () -> refused(refuse221g("BC"))),
                of(
                        DeadlineKind.DOCUMENT_RETURN,
                        Rule.DOCUMENTS_KEPT_FOR_A_YEAR_WITH_CONSENT,
                        () -> refused(refuse221g("BC"))),
                of(DeadlineKind.TERM_B, Rule.TERMINATION_AFTER_221G, () -> refused(refuse221g("BC"))),
                of(DeadlineKind.REVIEW, Rule.REVIEW_WITHIN_THIRTY_DAYS, () -> refused(refuseIneligible("212(a)(4)"))),
                of(DeadlineKind.REVIEW, Rule.NONIMMIGRANT_REVIEW_WITHOUT_DELAY, LateEntryReasonsTest::refusedVisitor),
                of(
                        DeadlineKind.NIV_LAPSE,
                        Rule.NIV_DOCUMENTS_WITHIN_A_YEAR,
                        () -> CaseScenario.appliedFor("B2", "2022-06-15")
                                .clock("2024-07-10T09:00")
                                .whenLate("officer-a", refuse221g("BC"), "2022-06-15T16:00", FOUND)),
                of(
                        DeadlineKind.AO_FOLLOW_UP,
                        Rule.FOLLOW_UP_OF_AN_OPINION,
                        () -> CaseScenario.applied("2022-06-15")
                                .given("officer-a", refuse221g("SAO"))
                                .clock("2024-07-10T09:00")
                                .whenLate("officer-a", ask("F1"), "2022-06-15T16:00", FOUND)),
                of(
                        DeadlineKind.TERM_A,
                        Rule.TERMINATION_FOR_FAILING_TO_APPLY,
                        () -> CaseScenario.registered("2024-07-10").given("intake", notifyAvailability("2022-06-15"))),
                of(
                        DeadlineKind.TERM_A,
                        Rule.YEAR_TO_ACT,
                        () -> CaseScenario.registered("2024-07-10")
                                .given("intake", notifyAvailability("2022-06-15"))
                                .given("officer-a", missedInterview("2022-09-01"))));
    }

    @ParameterizedTest(name = "{0} by {1}")
    @MethodSource("clocks")
    void a_clock_that_waits_for_an_act_says_so_until_there_is_one(
            DeadlineKind kind, Rule limit, Supplier<CaseScenario> entered) {
        var story = entered.get().thenAccepted();
        assertThat(story.deadlines(kind)).singleElement().satisfies(it -> {
            assertThat(it.state()).isEqualTo(DeadlineState.SUSPENDED);
            assertThat(it.because())
                    .filteredOn(because -> because.text().endsWith(REASON))
                    .singleElement()
                    .returns(limit, Deadline.Because::rule);
        });
        story.given("officer-a", note());
        assertThat(story.deadlines(kind))
                .flatMap(Deadline::because)
                .noneMatch(because -> because.text().endsWith(REASON));
    }

    /** Ten days are left of the year, and the warning was to go out twenty days ago. */
    @Test
    void a_warning_that_waits_though_its_year_runs_says_so_alone() {
        var story = CaseScenario.registered("2023-06-05").given("intake", notifyAvailability("2022-06-15"));
        assertThat(reasons(story, DeadlineKind.TERM_WARNING)).anyMatch(it -> it.endsWith(REASON));
        assertThat(reasons(story, DeadlineKind.TERM_A)).noneMatch(it -> it.endsWith(REASON));
    }

    @Test
    void what_waits_for_an_opinion_only_does_not_say_that_it_was_entered_late() {
        var story = CaseScenario.applied("2022-06-15")
                .given("officer-a", refuse221g("BC"))
                .given("officer-a", ask("F1"))
                .clock("2024-07-10T09:00");
        assertThat(story.deadlines(DeadlineKind.TERM_B).getFirst().state()).isEqualTo(DeadlineState.SUSPENDED);
        assertThat(reasons(story, DeadlineKind.TERM_B)).noneMatch(it -> it.endsWith(REASON));
    }

    private static Arguments of(DeadlineKind kind, Rule limit, Supplier<CaseScenario> entered) {
        return Arguments.of(kind, limit, entered);
    }

    private static CaseScenario applied() {
        return CaseScenario.registered("2022-06-15")
                .clock("2024-07-10T09:00")
                .whenLate("intake", apply(), "2022-06-15T16:00", FOUND);
    }

    private static CaseScenario refused(CaseCommand refusal) {
        return CaseScenario.applied("2022-06-15")
                .clock("2024-07-10T09:00")
                .whenLate("officer-a", refusal, "2022-06-15T16:00", FOUND);
    }

    private static CaseScenario refusedVisitor() {
        return CaseScenario.appliedFor("B2", "2022-06-15")
                .under(Policy.RECOMMENDED.with(new ReviewLimits(30, 120)))
                .clock("2024-07-10T09:00")
                .whenLate("officer-a", refuse214b(), "2022-06-15T16:00", FOUND);
    }

    private static Stream<String> reasons(CaseScenario story, DeadlineKind kind) {
        return story.deadlines(kind).getFirst().because().stream().map(Deadline.Because::text);
    }
}
