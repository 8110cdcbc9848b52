package consular.ledger.core.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Moments are written in 27 characters, or not at all. */
class TimestampsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"0000-01-01T00:00:00.000000Z", "2024-02-29T23:59:59.000001Z", "9999-12-31T23:59:59.999999Z"})
    void a_moment_is_written_as_it_is_read(String text) {
        assertThat(Timestamps.format(Instant.parse(text))).isEqualTo(text);
    }

    @Test
    void what_is_finer_than_a_microsecond_is_left_out() {
        assertThat(Timestamps.format(Instant.EPOCH.plusNanos(1999))).isEqualTo("1970-01-01T00:00:00.000001Z");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-0001-12-31T23:59:59.999999999Z",
                "+10000-01-01T00:00:00Z",
                "-1000000000-01-01T00:00:00Z",
                "+1000000000-12-31T23:59:59.999999999Z"
            })
    void a_year_that_has_not_four_digits_is_not_written(String moment) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Timestamps.format(Instant.parse(moment)))
                .withMessageContaining("0000 to 9999");
    }
}
