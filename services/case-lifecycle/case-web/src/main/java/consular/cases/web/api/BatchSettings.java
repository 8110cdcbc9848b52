package consular.cases.web.api;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is taken of batches.
 *
 * @param items how many commands one batch may have
 * @param parallel how many commands of batches are worked on at once on this node, of all batches together: so batches alone
 *     never take every connection to the database
 * @param batches how many batches are worked through at once on this node; one more is turned away
 * @param batchesOfEach how many of them may be of one client, so that none keeps the others out
 * @param patience how long a batch is worked through; a command that had no turn by then has to be sent again
 */
@ConfigurationProperties("consular.batch")
record BatchSettings(
        @DefaultValue("500") int items,
        @DefaultValue("8") int parallel,
        @DefaultValue("16") int batches,
        @DefaultValue("4") int batchesOfEach,
        @DefaultValue("30s") Duration patience) {
    BatchSettings {
        if (items < 1 || parallel < 1 || batches < 1 || batchesOfEach < 1) {
            throw new IllegalArgumentException(
                    "consular.batch.items, parallel, batches and batches-of-each must each be at least 1");
        }
        if (!patience.isPositive()) {
            throw new IllegalArgumentException("consular.batch.patience must be longer than nothing");
        }
    }
}
