package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.law.RejectionCode.AO_BINDING;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.ReceiveAdvisoryOpinion;
import consular.cases.domain.opinions.AdvisoryOpinionId;
import consular.cases.domain.opinions.OpinionOutcome;
import consular.cases.domain.refusals.ProposedAction;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Whatever the Department answers while the officer refuses, has waived, puts again and is referred. The oracle goes forward
 * with the story: each act strikes out or sharpens what the opinions received so far speak of. Holds R-SUP-14, R-AO-04.
 */
class ActingOnTheDepartmentTest {
    private static final List<String> GROUNDS =
            List.of("212(a)(3)(A)(i)", "212(a)(3)(A)(ii)", "212(a)(3)(A)", "212(a)(3)(B)", "212(a)(4)");

    private final Random lot = new Random(42);
    private int standing;
    private int open;

    private CaseScenario story = CaseScenario.registered("2024-01-22");
    private final List<Word> words = new ArrayList<>();
    private final List<String> found = new ArrayList<>();
    private final List<String> waived = new ArrayList<>();
    private List<String> lastRefusal = List.of();
    private int refusals;

    @Test
    void r_sup_14_no_visa_is_issued_against_an_opinion_that_binds_and_none_is_held_up_by_another() {
        for (var count = 0; count < 400; count++) {
            begin();
            for (var answers = 1 + lot.nextInt(3); answers > 0; answers--) {
                var askedOn = lot.nextBoolean() ? "F1" : "F2";
                story.given("officer-a", ask(askedOn));
                answered(askedOn, List.of());
            }
            for (var acts = 6; acts > 0 && !isIssued(); acts--) {
                switch (lot.nextInt(4)) {
                    case 0 -> refuse();
                    case 1 -> waiveOne();
                    case 2 -> putAgain();
                    default -> referTheLast();
                }
            }
        }
        assertThat(standing).isGreaterThan(400);
        assertThat(open).isGreaterThan(100);
    }

    private void begin() {
        story = CaseScenario.applied("2024-01-22")
                .given("officer-a", refuse221g("SAO"))
                .given("officer-a", refuse221g("FPU"));
        words.clear();
        waived.clear();
        found.clear();
        lastRefusal = List.of();
        refusals = 2;
    }

    /** Tries to issue, which ends the story if nothing else stands. */
    private boolean isIssued() {
        var binds = words.stream()
                .anyMatch(word -> word.binds
                        && !word.provisions.stream()
                                .allMatch(provision -> waived.stream().anyMatch(provision.name()::startsWith)));
        for (var annotation : new @Nullable VisaAnnotation[] {null, VisaAnnotation.WAIVER}) {
            story.when("officer-a", issue(annotation));
            var isAgainst = story.lastDecision() instanceof Decision.Rejected rejected
                    && rejected.rejection().code() == AO_BINDING;
            if (isAccepted()) {
                assertThat(binds).as("%s, waived %s", words, waived).isFalse();
                return true;
            }
            assertThat(isAgainst).as("%s, waived %s", words, waived).isEqualTo(binds);
        }
        standing += binds ? 1 : 0;
        open += binds ? 0 : 1;
        return false;
    }

    private boolean isAccepted() {
        return story.lastDecision() instanceof Decision.Accepted;
    }

    private void refuse() {
        var first = GROUNDS.get(lot.nextInt(GROUNDS.size()));
        var second = GROUNDS.get(lot.nextInt(GROUNDS.size()));
        var grounds = first.equals(second) ? List.of(first) : List.of(first, second);
        story.when("officer-a", refuseIneligible(grounds.toArray(String[]::new)));
        if (isAccepted()) {
            found.addAll(grounds);
            lastRefusal = grounds;
            refusals++;
            words.forEach(word -> word.sharpen(grounds));
        }
    }

    private void waiveOne() {
        if (!found.isEmpty()) {
            var at = lot.nextInt(found.size());
            story.when("intake", waive("F" + (at + 3)));
            if (isAccepted()) {
                waived.add(found.get(at));
            }
        }
    }

    private void putAgain() {
        var at = lot.nextInt(words.size());
        story.when("officer-a", resubmit("AO" + (at + 1)));
        if (isAccepted()) {
            words.get(at).binds = false;
        }
    }

    private void referTheLast() {
        var refusal = "R" + refusals;
        story.when("supervisor-a", discuss(refusal, ProposedAction.REFER));
        story.when("supervisor-a", refer(refusal));
        if (isAccepted()) {
            answered(refusal, lastRefusal);
        }
    }

    private void answered(String askedOn, List<String> referred) {
        var ground = lot.nextInt(4) == 0 ? "212(a)(3)" : GROUNDS.get(lot.nextInt(GROUNDS.size()));
        var answer = new ReceiveAdvisoryOpinion(
                new AdvisoryOpinionId("AO" + (words.size() + 1)),
                OpinionOutcome.values()[lot.nextInt(2)],
                lot.nextInt(3) == 0 ? null : ground,
                lot.nextBoolean());
        story.given("visa-office", answer);
        var isAdverse = answer.outcome() == OpinionOutcome.INELIGIBLE;
        for (var word : words) {
            if (!isAdverse || answer.bindingLegalRuling() || !word.isRuling) {
                word.provisions.removeIf(provision -> answer.ground() == null
                        ? word.isAskedOn(askedOn) || referred.stream().anyMatch(provision.name()::startsWith)
                        : provision.name().startsWith(answer.ground()));
            }
        }
        var word = new Word(askedOn, answer.bindingLegalRuling());
        if (isAdverse) {
            word.provisions.add(new Provision(answer.ground() == null ? "" : answer.ground(), false));
            word.sharpen(referred);
        }
        words.add(word);
    }

    private record Provision(String name, boolean isFound) {}

    private static final class Word {
        private final String askedOn;
        private final boolean isRuling;
        private final List<Provision> provisions = new ArrayList<>();
        private boolean binds = true;

        private Word(String askedOn, boolean isRuling) {
            this.askedOn = askedOn;
            this.isRuling = isRuling;
        }

        /** F1 was found in R1, and F2 in R2. */
        private boolean isAskedOn(String other) {
            return askedOn.substring(1).equals(other.substring(1));
        }

        private void sharpen(List<String> grounds) {
            for (var provision : List.copyOf(provisions)) {
                var within = grounds.stream()
                        .filter(ground -> ground.startsWith(provision.name()))
                        .toList();
                if (!provision.isFound() && !within.isEmpty()) {
                    provisions.remove(provision);
                    within.forEach(ground -> provisions.add(new Provision(ground, true)));
                }
            }
        }

        @Override
        public String toString() {
            return askedOn + (isRuling ? " ruling " : " view ") + (binds ? "" : "put again ") + provisions;
        }
    }
}
