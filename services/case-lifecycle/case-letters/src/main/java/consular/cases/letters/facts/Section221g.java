package consular.cases.letters.facts;

import consular.cases.domain.ineligibility.Ground;

/** The ground of every finding that asks for something to be presented, done or completed. */
final class Section221g {
    static final Ground GROUND = new Ground("221(g)");

    private Section221g() {}
}
