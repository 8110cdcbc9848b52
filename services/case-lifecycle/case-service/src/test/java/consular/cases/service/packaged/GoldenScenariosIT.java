package consular.cases.service.packaged;

import consular.cases.domain.golden.GoldenScenario;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The scenarios of the rule sheet, over HTTP on the packaged service. */
class GoldenScenariosIT {
    @TempDir
    private static Path folder;

    private static PackagedService service;

    @BeforeAll
    static void start() {
        service = PackagedService.start("simulation", folder);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    static Stream<GoldenScenario> scenarios() {
        return Stream.concat(GoldenScenario.all(), GoldenScenario.rejections());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scenarios")
    void holds(GoldenScenario scenario) {
        scenario.run(new HttpCaseDriver(service));
    }
}
