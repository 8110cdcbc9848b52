package consular.cases.web.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Two seconds for nothing, and one more for each hundred bytes. */
class PaceTest {
    private final Pace pace = new Pace(Duration.ofSeconds(2), 100);

    private void count(long bytes, long seconds) {
        pace.count(bytes, TimeUnit.SECONDS.toNanos(seconds));
    }

    @Test
    void whoever_sends_a_byte_now_and_then_is_waited_for_no_longer_than_one_who_sends_none() {
        count(1, 1);
        count(1, 1);
        assertThat(pace.isTooSlow()).isFalse();
        count(1, 1);
        assertThat(pace.isTooSlow()).isTrue();
    }

    @Test
    void what_has_come_is_worth_the_time_that_it_takes_at_the_lowest_rate() {
        count(1_000, 12);
        assertThat(pace.isTooSlow()).isFalse();
        count(0, 1);
        assertThat(pace.isTooSlow()).isTrue();
    }

    @Test
    void an_answer_may_be_of_any_length() {
        count(100_000_000_000L, 1_000_000_000);
        assertThat(pace.isTooSlow()).isFalse();
        count(0, 3);
        assertThat(pace.isTooSlow()).isTrue();
    }
}
