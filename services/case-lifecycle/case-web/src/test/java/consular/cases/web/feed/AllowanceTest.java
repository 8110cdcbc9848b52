package consular.cases.web.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What followers may take together. */
class AllowanceTest {
    private static final Duration NO_TIME = Duration.ZERO;

    private final Allowance allowance = new Allowance(1, 2 * Allowance.RESERVED);

    @Test
    void there_is_room_for_so_many_pages_until_one_is_written() throws Exception {
        var one = allowance.reserve(NO_TIME).orElseThrow();
        var two = allowance.reserve(NO_TIME).orElseThrow();
        assertThat(allowance.reserve(NO_TIME)).isEmpty();
        one.close();
        one.close();
        assertThat(allowance.reserve(NO_TIME)).isPresent();
        assertThat(allowance.reserve(NO_TIME)).isEmpty();
        two.close();
        assertThat(allowance.reserve(NO_TIME)).isPresent();
    }

    @Test
    void a_short_page_leaves_room_to_others() throws Exception {
        allowance.reserve(NO_TIME).orElseThrow().keep(Allowance.RESERVED / 2);
        allowance.reserve(NO_TIME).orElseThrow().keep(Allowance.RESERVED / 2);
        assertThat(allowance.reserve(NO_TIME)).isPresent();
        assertThat(allowance.reserve(NO_TIME)).isEmpty();
    }

    @Test
    void so_many_ask_at_once_and_whoever_fails_lets_the_next_ask() throws Exception {
        assertThat(allowance.ask(NO_TIME, this::another)).contains(false);
        try {
            allowance.ask(NO_TIME, () -> {
                throw new IllegalStateException("no answer");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("no answer");
        }
        assertThat(allowance.ask(NO_TIME, () -> true)).contains(true);
    }

    private boolean another() {
        try {
            return allowance.ask(NO_TIME, () -> true).isPresent();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }
}
