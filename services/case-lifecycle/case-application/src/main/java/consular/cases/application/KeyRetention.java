package consular.cases.application;

import consular.ledger.postgres.CommandKeys;
import java.time.Duration;
import java.time.Instant;

/** Forgets idempotency keys once an hour, when they are older than promised; 24 hours at the least. */
final class KeyRetention extends Rounds {
    private static final Duration PROMISED = Duration.ofHours(24);

    private final CommandKeys keys;
    private final Duration retention;

    KeyRetention(CommandKeys keys, Duration retention) {
        super("key-retention", Duration.ofMinutes(1), Duration.ofHours(1));
        if (retention.compareTo(PROMISED) < 0) {
            throw new IllegalArgumentException("consular.idempotency.retention must be 24 hours or more");
        }
        this.keys = keys;
        this.retention = retention;
    }

    /** By the wall clock, whatever a simulation shows: keys are dated by the database. */
    @Override
    void round() {
        keys.forgetBefore(Instant.now().minus(retention));
    }
}
