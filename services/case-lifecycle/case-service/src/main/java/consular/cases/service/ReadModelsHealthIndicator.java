package consular.cases.service;

import consular.cases.projections.ReadModelOperations;
import java.time.Duration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** The service is ready once the read models have caught up with the log, and while they keep up. */
@Component
class ReadModelsHealthIndicator implements HealthIndicator {
    private static final Duration TOLERATED = Duration.ofMinutes(1);

    private final ReadModelOperations operations;
    private volatile boolean caughtUp;

    ReadModelsHealthIndicator(ReadModelOperations operations) {
        this.operations = operations;
    }

    @Override
    public Health health() {
        var lag = operations.status().lag();
        if (lag.events() == 0) {
            caughtUp = true;
        }
        return caughtUp && lag.age().compareTo(TOLERATED) <= 0
                ? Health.up().build()
                : Health.outOfService().withDetail("lag", lag.events()).build();
    }
}
