package consular.cases.domain;

import consular.cases.domain.golden.GoldenScenario;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios of the rule sheet, on the decider. */
class GoldenScenariosTest {

    static Stream<GoldenScenario> scenarios() {
        return Stream.concat(GoldenScenario.all(), GoldenScenario.rejections());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void holds(GoldenScenario scenario) {
        scenario.run(new DeciderDriver());
    }

    static Stream<GoldenScenario> acts() {
        return GoldenScenario.acts();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("acts")
    void every_act_is_accepted(GoldenScenario scenario) {
        var driver = new DeciderDriver();
        driver.moveClock(Instant.parse("2024-06-10T02:00:00Z"));
        scenario.run(driver);
    }
}
