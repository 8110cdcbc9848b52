package consular.cases.domain.law;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The fiscal year of a day. Holds R-RPT-02. */
class FiscalYearTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
        2023-09-29, 2023
        2023-09-30, 2023
        2023-10-01, 2024
        2023-12-31, 2024
        2024-01-01, 2024
        """)
    void begins_in_October(LocalDate day, int year) {
        assertThat(FiscalYear.of(day)).isEqualTo(year);
    }
}
