package consular.cases.domain;

import consular.cases.domain.CaseCommand.ReceiveAdvisoryOpinion;
import consular.cases.domain.opinions.OpinionOutcome;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the Department's answers forbid on one applicant, told act by act in the words of ADR 9: each answer keeps a list of
 * the grounds that it means, and each ground the later answers that spoke of it.
 */
final class OpinionOracle {
    final List<Answer> answers = new ArrayList<>();
    private final List<String> waived = new ArrayList<>();

    /** An answer about a refusal; {@code referred} are the grounds of it that stand, if a reviewer asked. */
    void answered(int refusal, List<String> referred, ReceiveAdvisoryOpinion answer) {
        var last = new Answer(
                refusal,
                answer.outcome() == OpinionOutcome.INELIGIBLE,
                answer.bindingLegalRuling(),
                answer.ground() == null ? "" : answer.ground(),
                answer.ground() == null ? referred : List.of(answer.ground()));
        for (var earlier : last.isAdverse ? List.<Answer>of() : answers) {
            for (var meant : earlier.meant) {
                var speaksOfIt = answer.ground() == null
                        ? refusal == earlier.refusal || referred.stream().anyMatch(meant.ground::startsWith)
                        : meant.ground.startsWith(answer.ground());
                if (speaksOfIt) {
                    meant.answers.add(last);
                }
            }
        }
        last.refused(refusal, referred);
        answers.add(last);
    }

    void refused(int refusal, List<String> grounds) {
        answers.forEach(answer -> answer.refused(refusal, grounds));
    }

    /** A finding that stands is superseded on its own ground. */
    void foundAnew(int before, String ground, int refusal) {
        answers.forEach(answer -> answer.meant = answer.meant.stream()
                .map(it ->
                        it.foundIn == before && it.ground.equals(ground) ? new Meant(ground, refusal, it.answers) : it)
                .toList());
    }

    void reversed(int refusal, Set<String> grounds) {
        answers.forEach(answer -> answer.reversed(refusal, grounds));
    }

    void waived(String ground) {
        waived.add(ground);
    }

    boolean forbidsIssuing() {
        return answers.stream().anyMatch(this::stands);
    }

    boolean forbidsRefusing(String ground) {
        var words = answers.reversed().stream()
                .filter(answer -> hasAWordOn(ground, answer))
                .toList();
        if (words.isEmpty()) {
            return false;
        }
        if (words.getFirst().binds()) {
            return !words.getFirst().isAdverse;
        }
        return words.stream()
                .filter(word -> word.isRuling)
                .findFirst()
                .filter(word -> !word.isAdverse)
                .isPresent();
    }

    private boolean hasAWordOn(String ground, Answer answer) {
        if (answer.isAdverse) {
            return answer.meant().anyMatch(meant -> meant.ground.startsWith(ground) || ground.startsWith(meant.ground));
        }
        var isNamedAgainst = meantToStand().anyMatch(it -> !it.ground.isEmpty() && ground.startsWith(it.ground));
        var isForbidden = meantToStand().anyMatch(it -> it.ground.startsWith(ground) || ground.startsWith(it.ground));
        return answer.named.stream().anyMatch(ground::startsWith)
                || (!isNamedAgainst && answer.named.stream().anyMatch(named -> named.startsWith(ground)))
                || (answer.own.isEmpty() && !isForbidden);
    }

    private Stream<Meant> meantToStand() {
        return answers.stream()
                .filter(answer -> answer.isAdverse && answer.binds())
                .flatMap(answer -> answer.meant().filter(meant -> stands(answer, meant)));
    }

    boolean forbidsOvercoming(String ground, boolean isLast) {
        return answers.stream()
                .filter(this::stands)
                .anyMatch(answer -> isLast
                        || answer.meant()
                                .filter(meant -> stands(answer, meant))
                                .anyMatch(meant -> !meant.ground.isEmpty()
                                        && (meant.ground.startsWith(ground) || ground.startsWith(meant.ground))));
    }

    private boolean stands(Answer answer) {
        return answer.isAdverse && answer.binds() && answer.meant().anyMatch(meant -> stands(answer, meant));
    }

    private boolean stands(Answer answer, Meant meant) {
        return waived.stream().noneMatch(meant.ground::startsWith)
                && meant.answers.stream().noneMatch(later -> !answer.isRuling || later.binds());
    }

    @Override
    public String toString() {
        return answers + ", waived " + waived;
    }

    static final class Answer {
        private final int refusal;
        private final boolean isAdverse;
        private final boolean isRuling;
        private final String own;
        private final List<String> named;
        private List<Meant> meant;
        boolean isPutAgain;

        private Answer(int refusal, boolean isAdverse, boolean isRuling, String own, List<String> named) {
            this.refusal = refusal;
            this.isAdverse = isAdverse;
            this.isRuling = isRuling;
            this.own = own;
            this.named = named;
            meant = List.of(new Meant(own, 0, Set.of()));
        }

        private boolean binds() {
            return isRuling || !isPutAgain;
        }

        private void refused(int number, List<String> grounds) {
            var within =
                    grounds.stream().filter(ground -> ground.startsWith(own)).toList();
            if (isAdverse && !within.isEmpty() && meant.getFirst().foundIn == 0) {
                var before = meant.getFirst().answers;
                meant = within.stream()
                        .map(ground -> new Meant(ground, number, before))
                        .toList();
            }
        }

        private void reversed(int number, Set<String> grounds) {
            meant.stream()
                    .filter(it -> it.foundIn == number && grounds.contains(it.ground))
                    .forEach(it -> it.isWrong = true);
            if (meant.stream().allMatch(it -> it.isWrong)) {
                if (meant.stream().anyMatch(it -> it.answers.isEmpty())) {
                    meant = List.of(new Meant(own, 0, Set.of()));
                }
                meant.forEach(it -> it.isWrong = false);
            }
        }

        private Stream<Meant> meant() {
            return meant.stream().filter(it -> !it.isWrong);
        }

        @Override
        public String toString() {
            return "%s %s%s on R%d %s"
                    .formatted(
                            isAdverse ? "adverse" : "favourable",
                            isRuling ? "ruling" : "view",
                            isPutAgain ? " put again" : "",
                            refusal,
                            meant.stream()
                                    .map(it -> it.ground + " in R" + it.foundIn)
                                    .toList());
        }
    }

    private static final class Meant {
        private final String ground;
        private final int foundIn;
        private final Set<Answer> answers;
        private boolean isWrong;

        private Meant(String ground, int foundIn, Set<Answer> answers) {
            this.ground = ground;
            this.foundIn = foundIn;
            this.answers = new LinkedHashSet<>(answers);
        }
    }
}
