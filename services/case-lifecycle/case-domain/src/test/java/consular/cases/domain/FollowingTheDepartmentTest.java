package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.law.RejectionCode.*;
import static consular.cases.domain.opinions.OpinionOutcome.*;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.ReceiveAdvisoryOpinion;
import consular.cases.domain.opinions.AdvisoryOpinionId;
import consular.cases.domain.opinions.OpinionOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever the Department answers, and in whatever order, on two findings. Holds R-SUP-14, R-IV-01. */
class FollowingTheDepartmentTest {
    private static final String UNTOLD = "212(a)(2)(A)";
    private static final String[] GROUNDS = {
        null, "212(a)(3)", "212(a)(3)(A)", "212(a)(3)(A)(ii)", "212(a)(3)(B)", "212(a)(4)"
    };

    /** Nobody is turned away who does what the Department said last, and who acts against what still binds always is. */
    @Test
    void r_sup_14_whoever_follows_the_last_opinion_is_never_turned_away_and_whoever_acts_against_it_always() {
        var lot = new Random(14);
        for (var count = 0; count < 400; count++) {
            var answers = answers(lot);
            var last = answers.getLast().answer();
            var ground = last.ground() == null ? UNTOLD : last.ground();
            var refusing = told(answers).when("officer-a", refuseIneligible(ground));
            var issuing = told(answers).when("officer-a", issue());
            if (last.outcome() == INELIGIBLE) {
                assertThat(refusing.lastDecision()).as("%s", answers).isInstanceOf(Decision.Accepted.class);
                issuing.thenRejected(AO_BINDING);
            } else if (standsInTheWay(answers)) {
                issuing.thenRejected(AO_BINDING);
                told(answers).when("officer-a", processed("F1", "F2")).thenRejected(AO_BINDING);
                if (last.ground() != null) {
                    refusing.thenRejected(AO_BINDING);
                }
                assertThat(mayRefuse(answers))
                        .as("some decision is open after %s", answers)
                        .isTrue();
            } else {
                refusing.thenRejected(AO_BINDING);
                issuing.thenRejected(FINDINGS_ACTIVE);
                told(answers).given("officer-a", processed("F1", "F2")).given("officer-a", issue());
            }
        }
    }

    /** Whether after an adverse answer no favourable one came that speaks of as much. */
    private static boolean standsInTheWay(List<Answered> answers) {
        for (var at = 0; at < answers.size(); at++) {
            var adverse = answers.get(at);
            var later = answers.subList(at + 1, answers.size());
            if (adverse.answer().outcome() == INELIGIBLE
                    && later.stream().noneMatch(answer -> putsAside(answer, adverse))) {
                return true;
            }
        }
        return false;
    }

    private static boolean putsAside(Answered later, Answered adverse) {
        if (later.answer().outcome() == INELIGIBLE) {
            return false;
        }
        var named = later.answer().ground();
        var before = adverse.answer().ground();
        return named == null
                ? later.findingId().equals(adverse.findingId())
                : before != null && before.startsWith(named);
    }

    private static boolean mayRefuse(List<Answered> answers) {
        for (var ground :
                List.of(UNTOLD, "212(a)(3)(A)(i)", "212(a)(3)(A)(ii)", "212(a)(3)(B)", "212(a)(3)(C)", "212(a)(4)")) {
            if (told(answers).when("officer-a", refuseIneligible(ground)).lastDecision() instanceof Decision.Accepted) {
                return true;
            }
        }
        return false;
    }

    private static List<Answered> answers(Random lot) {
        var answers = new ArrayList<Answered>();
        var count = 1 + lot.nextInt(5);
        while (answers.size() < count) {
            answers.add(new Answered(
                    lot.nextBoolean() ? "F1" : "F2",
                    new ReceiveAdvisoryOpinion(
                            new AdvisoryOpinionId("AO" + (answers.size() + 1)),
                            OpinionOutcome.values()[lot.nextInt(2)],
                            GROUNDS[lot.nextInt(GROUNDS.length)],
                            lot.nextBoolean())));
        }
        return answers;
    }

    private static CaseScenario told(List<Answered> answers) {
        var story = CaseScenario.applied("2024-01-22")
                .given("officer-a", refuse221g("SAO"))
                .given("officer-a", refuse221g("FPU"));
        answers.forEach(answered ->
                story.given("officer-a", ask(answered.findingId())).given("visa-office", answered.answer()));
        return story;
    }

    private record Answered(String findingId, ReceiveAdvisoryOpinion answer) {}
}
