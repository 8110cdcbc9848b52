package consular.cases.web.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PlacesTest {
    private static final Duration LONG = Duration.ofSeconds(10);

    private final Places places = new Places(2);

    @Test
    void there_are_so_many_and_no_more() {
        assertThat(places.take(Duration.ZERO)).isPresent();
        assertThat(places.take(Duration.ZERO)).isPresent();
        assertThat(places.take(Duration.ofMillis(1))).isEmpty();
    }

    @Test
    void one_that_is_given_back_twice_counts_once() {
        var one = places.take(Duration.ZERO).orElseThrow();
        assertThat(places.take(Duration.ZERO)).isPresent();
        one.close();
        one.close();
        assertThat(places.take(Duration.ZERO)).isPresent();
        assertThat(places.take(Duration.ZERO)).isEmpty();
    }

    @Test
    void whoever_waits_gets_the_next_that_is_free() throws Exception {
        var one = places.take(Duration.ZERO).orElseThrow();
        assertThat(places.take(Duration.ZERO)).isPresent();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = threads.submit(() -> places.take(LONG));
            one.close();
            assertThat(waiting.get(10, TimeUnit.SECONDS)).isPresent();
        }
    }

    @Test
    void whoever_is_interrupted_goes_without() {
        assertThat(places.take(Duration.ZERO)).isPresent();
        assertThat(places.take(Duration.ZERO)).isPresent();
        Thread.currentThread().interrupt();
        assertThat(places.take(LONG)).isEmpty();
        assertThat(Thread.interrupted()).isTrue();
    }
}
