package consular.cases.domain;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.golden.GoldenScenario;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing enters the record without the authority it rests on. */
class EveryEventNamesItsRulesTest {
    static Stream<GoldenScenario> scenarios() {
        return Stream.concat(GoldenScenario.all(), GoldenScenario.rejections());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void in_every_scenario(GoldenScenario scenario) {
        var driver = new DeciderDriver();
        scenario.run(driver);
        assertThat(driver.history())
                .allSatisfy(line -> assertThat(line.stamp().rules())
                        .as(line.event().getClass().getSimpleName())
                        .isNotEmpty());
    }
}
