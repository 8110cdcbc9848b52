package consular.cases.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.web.WebTestBase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The instants that the clock of a simulation may show. */
class SimulationTest extends WebTestBase {
    private static final String CLOCK = "/api/v1/simulation/clock";

    @ParameterizedTest
    @CsvSource({
        "0001-01-01T00:00:00Z, 0001-01-01T00:00:00Z",
        "0000-12-31T23:59:59-00:01, 0001-01-01T00:00:59Z",
        "1990-07-02T10:00:00+08:00, 1990-07-02T02:00:00Z",
        "2070-07-01T12:00:00.123456Z, 2070-07-01T12:00:00.123456Z",
        "9999-12-31T23:59:59.999999Z, 9999-12-31T23:59:59.999999Z"
    })
    void any_instant_with_a_year_of_four_digits(String given, String shown) {
        var set = api.as("admin").put(CLOCK, "{\"now\": \"" + given + "\"}").isStatus(200);
        assertThat(set.json().get("now").stringValue()).isEqualTo(shown);
        assertThat(api.get(CLOCK).json().get("now").stringValue()).isEqualTo(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0000-12-31T23:59:59Z",
                "0001-01-01T00:00:00+00:01",
                "9999-12-31T23:59:59-00:01",
                "12024-01-01T00:00:00Z"
            })
    void no_other(String given) {
        api.as("admin").put(CLOCK, "{\"now\": \"" + given + "\"}").isFaultAt("/now");
    }
}
