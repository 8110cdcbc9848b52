package consular.cases.domain;

import static consular.cases.domain.Commands.ask;
import static consular.cases.domain.Commands.refuse221g;

/** The story with which most tests of opinions begin, and grounds that they speak of. */
abstract class AskedOnOneFinding {
    static final String SABOTAGE = "212(a)(3)(A)(ii)";
    static final String TERRORISM = "212(a)(3)(B)";
    static final String PUBLIC_CHARGE = "212(a)(4)";

    /** AO1 is asked on F1. */
    final CaseScenario manila = asked();

    /** The same once more, for tests that tell it several times. */
    static CaseScenario asked() {
        return CaseScenario.applied("2024-01-22")
                .given("officer-a", refuse221g("SAO"))
                .given("officer-a", ask("F1"));
    }
}
