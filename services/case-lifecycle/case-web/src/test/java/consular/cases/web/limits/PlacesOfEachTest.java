package consular.cases.web.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class PlacesOfEachTest {
    private final PlacesOfEach places = new PlacesOfEach(1);

    @Test
    void each_has_as_many_whatever_the_others_have() {
        try (var _ = places.take("one", Duration.ZERO).orElseThrow();
                var _ = places.take("other", Duration.ZERO).orElseThrow()) {
            assertThat(places.take("one", Duration.ZERO)).isEmpty();
            assertThat(places.take("other", Duration.ZERO)).isEmpty();
            assertThat(places.clients()).isEqualTo(2);
        }
    }

    @Test
    void whoever_waits_gets_the_next_that_is_free_and_nobody_is_remembered_behind() throws Exception {
        var first = places.take("one", Duration.ZERO).orElseThrow();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = threads.submit(() -> places.take("one", Duration.ofSeconds(10)));
            first.close();
            first.close();
            var second = waiting.get(10, TimeUnit.SECONDS).orElseThrow();
            assertThat(places.take("one", Duration.ZERO)).isEmpty();
            second.close();
        }
        assertThat(places.clients()).isZero();
    }
}
