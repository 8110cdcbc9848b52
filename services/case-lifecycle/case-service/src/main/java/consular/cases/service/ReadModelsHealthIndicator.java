package consular.cases.service;

import consular.cases.projections.ReadModelLag;
import consular.cases.projections.ReadModelOperations;
import java.time.Duration;
import org.springframework.boot.health.contributor.AbstractHealthIndicator;
import org.springframework.boot.health.contributor.Health;
import org.springframework.stereotype.Component;

/** The service is ready once the read models have caught up with the log, and while they keep up. */
@Component
class ReadModelsHealthIndicator extends AbstractHealthIndicator {
    /** On a busy log there may never be a moment without any lag. */
    private static final Duration CLOSE = Duration.ofSeconds(5);

    private static final Duration TOLERATED = Duration.ofMinutes(1);

    private final ReadModelOperations operations;
    private volatile boolean caughtUp;

    ReadModelsHealthIndicator(ReadModelOperations operations) {
        super("could not tell how far the read models are");
        this.operations = operations;
    }

    @Override
    protected void doHealthCheck(Health.Builder builder) {
        var lag = operations.status().lag();
        if (hasCaughtUp(lag)) {
            caughtUp = true;
        }
        if (caughtUp && lag.age().compareTo(TOLERATED) <= 0) {
            builder.up();
        } else {
            builder.outOfService().withDetail("lag", lag.events());
        }
    }

    private static boolean hasCaughtUp(ReadModelLag lag) {
        return lag.events() == 0 || lag.age().compareTo(CLOSE) < 0;
    }
}
