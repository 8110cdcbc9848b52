package consular.cases.domain;

import consular.cases.domain.golden.GoldenScenario;
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
}
