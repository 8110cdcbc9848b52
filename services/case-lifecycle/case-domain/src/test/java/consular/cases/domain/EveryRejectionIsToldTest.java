package consular.cases.domain;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.golden.GoldenScenario;
import consular.cases.domain.law.RejectionCode;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The scenarios run on the decider and over HTTP, so a code that one of them meets is met in both places. */
class EveryRejectionIsToldTest {
    /**
     * The driver gives each case a number and a post of its own, and tells of cases only: so the service's own tests meet
     * the first two, and those of quasi-refusals the third. The last needs a policy that is not the recommended one: the
     * tests of the web tier meet it.
     */
    private static final Set<String> MET_ELSEWHERE =
            Set.of("DUPLICATE_CASE_NUMBER", "UNKNOWN_POST", "ALREADY_FORMAL", "CHAIN_OF_COMMAND");

    @Test
    void by_a_scenario() {
        var met = Stream.concat(GoldenScenario.all(), GoldenScenario.rejections())
                .flatMap(scenario -> scenario.steps().stream())
                .map(step -> step.path("expect").path("rejected").asString(""))
                .filter(code -> !code.isEmpty())
                .collect(Collectors.toSet());
        met.addAll(MET_ELSEWHERE);
        assertThat(met)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(RejectionCode.values()).map(Enum::name).toList());
    }
}
