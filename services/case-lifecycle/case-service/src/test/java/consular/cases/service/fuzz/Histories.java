package consular.cases.service.fuzz;

import consular.cases.domain.golden.GoldenScenario;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The histories with which stories open: those of the rule sheet, which have the clock for themselves and so hold up all others, and
 * as often those of acts that chance alone rarely finds the way to.
 */
final class Histories {
    /** Each so many stories one opens with each kind. */
    private static final int EACH = 8;

    private static final int OF_ACTS = EACH / 2 - 1;
    private static final int OF_THE_SHEET = EACH - 1;

    private final List<GoldenScenario> ofTheSheet;
    private final List<GoldenScenario> ofActs;

    private Histories(List<GoldenScenario> ofTheSheet, List<GoldenScenario> ofActs) {
        this.ofTheSheet = ofTheSheet;
        this.ofActs = ofActs;
    }

    /** In the order of a seed: one of each family before another of the same, since no run of some minutes comes to all. */
    static Histories shuffled(long seed) {
        var chance = Chance.of(seed, -1);
        var all = Stream.concat(GoldenScenario.all(), GoldenScenario.rejections());
        return new Histories(inTurn(all, chance), GoldenScenario.acts().toList());
    }

    private static List<GoldenScenario> inTurn(Stream<GoldenScenario> histories, Chance chance) {
        var families = new ArrayList<>(histories
                .collect(Collectors.groupingBy(GoldenScenario::family, LinkedHashMap::new, Collectors.toList()))
                .values());
        chance.shuffle(families);
        families.forEach(chance::shuffle);
        var longest = families.stream().mapToInt(List::size).max().orElseThrow();
        var inTurn = new ArrayList<GoldenScenario>();
        for (var round = 0; round < longest; round++) {
            for (var family : families) {
                if (round < family.size()) {
                    inTurn.add(family.get(round));
                }
            }
        }
        return inTurn;
    }

    /** With which one a story opens; all of a kind come round before one comes again. */
    Optional<GoldenScenario> opening(int story) {
        return switch (story % EACH) {
            case OF_ACTS -> Optional.of(ofActs.get(story / EACH % ofActs.size()));
            case OF_THE_SHEET -> Optional.of(ofTheSheet.get(story / EACH % ofTheSheet.size()));
            default -> Optional.empty();
        };
    }
}
