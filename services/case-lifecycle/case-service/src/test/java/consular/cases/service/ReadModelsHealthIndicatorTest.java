package consular.cases.service;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.projections.EqualityReport;
import consular.cases.projections.ReadModelLag;
import consular.cases.projections.ReadModelOperations;
import consular.cases.projections.RebuildReport;
import consular.cases.projections.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.dao.DataAccessResourceFailureException;

/** When the service says that its read models are ready. */
class ReadModelsHealthIndicatorTest {
    private Supplier<ReadModelLag> lag = () -> new ReadModelLag(0, Duration.ZERO);
    private final ReadModelsHealthIndicator indicator = new ReadModelsHealthIndicator(new Operations());

    @Test
    void a_database_that_is_away_is_down_and_comes_back() {
        lag = () -> {
            throw new DataAccessResourceFailureException("away");
        };
        assertThat(status()).isEqualTo("DOWN");

        trailsBy(0, Duration.ZERO);
        assertThat(status()).isEqualTo("UP");
    }

    @Test
    void it_is_ready_once_it_was_close_to_the_end_of_the_log() {
        trailsBy(1, Duration.ofSeconds(5));
        assertThat(status()).isEqualTo("OUT_OF_SERVICE");
        trailsBy(3, Duration.ofMillis(4_999));
        assertThat(status()).isEqualTo("UP");
    }

    @Test
    void afterwards_a_minute_is_tolerated() {
        trailsBy(0, Duration.ZERO);
        assertThat(status()).isEqualTo("UP");
        trailsBy(9_000, Duration.ofMinutes(1));
        assertThat(status()).isEqualTo("UP");
        trailsBy(9_000, Duration.ofSeconds(61));
        assertThat(status()).isEqualTo("OUT_OF_SERVICE");
    }

    private void trailsBy(long events, Duration age) {
        lag = () -> new ReadModelLag(events, age);
    }

    private String status() {
        Health health = indicator.health();
        return health.getStatus().getCode();
    }

    private final class Operations implements ReadModelOperations {
        @Override
        public RebuildReport rebuild() {
            throw new UnsupportedOperationException();
        }

        @Override
        public EqualityReport compare() {
            throw new UnsupportedOperationException();
        }

        @Override
        public Status status() {
            return new Status("BLUE", Instant.EPOCH, false, lag.get());
        }
    }
}
