package consular.ledger.postgres;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** How the ledger reads, and how much it insists on. */
@ConfigurationProperties("consular.ledger")
record LedgerProperties(
        @DefaultValue("500") int batchSize,
        @DefaultValue("true") boolean requireDurability) {

    LedgerProperties {
        if (batchSize < 1) {
            throw new IllegalArgumentException("consular.ledger.batch-size must be at least 1, was " + batchSize);
        }
    }
}
