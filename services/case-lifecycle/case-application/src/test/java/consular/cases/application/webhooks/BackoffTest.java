package consular.cases.application.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pauses double up to a limit, and differ. */
class BackoffTest {
    private final Backoff backoff = new Backoff(Duration.ofSeconds(5), Duration.ofHours(1), new Random(1));

    @ParameterizedTest
    @CsvSource({"1, 5", "2, 10", "3, 20", "9, 1280", "10, 2560", "11, 3600", "12, 3600", "1000000, 3600"})
    void after_so_many_failures_it_is_so_many_seconds_or_up_to_half_of_that(int failures, long seconds) {
        var whole = Duration.ofSeconds(seconds);
        IntStream.range(0, 100)
                .mapToObj(_ -> backoff.after(failures))
                .forEach(pause -> assertThat(pause).isBetween(whole.dividedBy(2), whole));
    }

    @Test
    void what_failed_together_is_not_tried_again_together() {
        assertThat(IntStream.range(0, 100).mapToObj(_ -> backoff.after(11)).distinct())
                .hasSizeGreaterThan(90);
    }
}
