package consular.cases.web.api;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much is taken of batches.
 *
 * @param items how many commands one batch may have
 * @param parallel how many commands of batches are worked on at once on this node, of all batches together: so batches alone
 *     never take every connection to the database
 */
@ConfigurationProperties("consular.batch")
record BatchSettings(
        @DefaultValue("500") int items, @DefaultValue("8") int parallel) {
    BatchSettings {
        if (items < 1 || parallel < 1) {
            throw new IllegalArgumentException("consular.batch.items and consular.batch.parallel must be at least 1");
        }
    }
}
