package consular.cases.web.api;

import consular.cases.web.MovableClock;
import consular.cases.web.WebTestBase;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;

/** Reads about a case that was registered, executed and refused, an hour apart. */
abstract class RefusedCaseTestBase extends WebTestBase {
    String path = "";

    @BeforeEach
    void refusedCase() {
        path = api.register("MNL2024000001", "MNL");
        clock.set(MovableClock.START.plus(Duration.ofHours(1)));
        api.apply(path).isStatus(200);
        clock.set(MovableClock.START.plus(Duration.ofHours(2)));
        api.refuse(path).isStatus(200);
        api = api.as("auditor");
    }
}
