package consular.cases.domain;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.golden.GoldenScenario;
import consular.cases.domain.law.Policy;
import consular.cases.domain.posts.Post;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What moves a clock in the exhaustive histories moves it in the scenarios too, late entries and transfers included. */
class ClocksOfGoldenScenariosTest {
    @TestFactory
    Stream<DynamicTest> no_clock_moves_but_by_an_event_that_may_move_it() {
        return Stream.concat(GoldenScenario.all(), GoldenScenario.rejections())
                .map(scenario -> DynamicTest.dynamicTest(scenario.id(), () -> check(scenario)));
    }

    private static void check(GoldenScenario scenario) {
        var driver = new DeciderDriver();
        scenario.run(driver);
        var state = CaseDecider.initialState();
        for (var line : driver.history()) {
            if (state instanceof CaseFile file) {
                ClockInvariants.hold(
                        file, List.of(line), ClocksOfGoldenScenariosTest::post, Policy.RECOMMENDED.alarms());
            }
            state = CaseDecider.evolve(state, line.event(), line.stamp());
        }
    }

    private static Post post(CaseFile file) {
        return TestPosts.named(file.post().value()).inZone(file.zone());
    }
}
