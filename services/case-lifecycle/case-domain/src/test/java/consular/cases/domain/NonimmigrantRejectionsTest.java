package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.law.RejectionCode.NOT_EXECUTED;
import static consular.cases.domain.law.RejectionCode.NO_GROUND;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.Refuse221g;
import consular.cases.domain.CaseCommand.RefuseIneligible;
import consular.cases.domain.law.RejectionCode;
import consular.cases.domain.law.Rule;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What turns a nonimmigrant's command down is the law on nonimmigrants: 22 CFR 41.121, not 42.81. */
class NonimmigrantRejectionsTest {

    @Test
    void without_an_application_the_rule_is_of_the_category() {
        for (var command : List.of(issue(), refuse221g("BC"), refuseIneligible("212(a)(4)"))) {
            assertThat(rule(CaseScenario.registeredFor("B2", "2024-06-03"), command, NOT_EXECUTED))
                    .isEqualTo(Rule.NIV_ENDS_IN_ISSUE_OR_REFUSAL);
            assertThat(rule(CaseScenario.registered("2024-06-03"), command, NOT_EXECUTED))
                    .isEqualTo(Rule.NO_REFUSAL_BEFORE_EXECUTION);
        }
        assertThat(rule(CaseScenario.registeredFor("B2", "2024-06-03"), refuse214b(), NOT_EXECUTED)
                        .citation())
                .contains("22 CFR 41.121(a)");
    }

    @Test
    void without_a_ground_the_rule_is_of_the_category() {
        for (var command : List.of(new Refuse221g(A1, List.of(), true), new RefuseIneligible(A1, List.of(), true))) {
            assertThat(rule(CaseScenario.appliedFor("B2", "2024-06-03"), command, NO_GROUND))
                    .isEqualTo(Rule.GROUNDS_FOR_NONIMMIGRANTS);
            assertThat(rule(CaseScenario.applied("2024-06-03"), command, NO_GROUND))
                    .isEqualTo(Rule.REFUSAL_RESTS_ON_A_GROUND);
        }
    }

    private static Rule rule(CaseScenario story, CaseCommand command, RejectionCode code) {
        story.when("officer-a", command).thenRejected(code);
        return ((Decision.Rejected) story.lastDecision()).rejection().rule().orElseThrow();
    }
}
