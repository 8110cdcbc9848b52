package consular.cases.service.fuzz;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** Chance that comes out the same for the same seed and number. */
final class Chance {
    private final SplittableRandom random;

    private Chance(SplittableRandom random) {
        this.random = random;
    }

    /** That of one story of a run. */
    static Chance of(long seed, int story) {
        // neighbouring seeds would begin alike
        return new Chance(new SplittableRandom(new SplittableRandom(seed * 1_000_003L + story).nextLong()));
    }

    boolean in(double share) {
        return random.nextDouble() < share;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** One of both ends and what is between. */
    long between(long first, long last) {
        return random.nextLong(first, last + 1);
    }

    long bits() {
        return random.nextLong();
    }

    void shuffle(List<?> list) {
        Collections.shuffle(list, random);
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(below(choices.size()));
    }
}
