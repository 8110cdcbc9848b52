package consular.ledger.postgres;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the ledger works, and how much it insists on.
 *
 * @param batchSize events read in one round trip, at most 512; fewer where they are long
 * @param snapshots whether to keep snapshots of aggregates, and to look for one before an aggregate's events are read
 * @param requireDurability whether to refuse a database that may lose what it has confirmed
 * @param requireLeastPrivilege whether to refuse a role that could change the log
 * @param appendQueue how many appends may wait
 * @param appendPatience how long an append may wait
 * @param origin the name of the log in its checkpoints, for ever
 * @param signingKey the file with the key that signs checkpoints; without one there are none
 * @param earlierKeys the verifier keys of those that signed checkpoints before it
 * @param createSigningKey whether to make that file if it is not there
 * @param checkpoints the folder where checkpoints are published, or {@code none}
 * @param keyEncryptionKey the file with the key that wraps the keys of persons
 * @param createKeyEncryptionKey whether to make that file if it is not there
 */
@ConfigurationProperties("consular.ledger")
record LedgerProperties(
        @DefaultValue("500") int batchSize,
        @DefaultValue("true") boolean snapshots,
        @DefaultValue("true") boolean requireDurability,
        @DefaultValue("false") boolean requireLeastPrivilege,
        @DefaultValue("4096") int appendQueue,
        @DefaultValue("5s") Duration appendPatience,
        @DefaultValue("consular.invalid/cases") String origin,
        @Nullable Path signingKey,
        @DefaultValue List<String> earlierKeys,
        @DefaultValue("false") boolean createSigningKey,
        @Nullable Path checkpoints,
        @Nullable Path keyEncryptionKey,
        @DefaultValue("false") boolean createKeyEncryptionKey) {

    /** In place of a folder: checkpoints go nowhere, and somebody has said so. */
    private static final Path NOWHERE = Path.of("none");

    LedgerProperties {
        earlierKeys = List.copyOf(earlierKeys);
        checkpoints = NOWHERE.equals(checkpoints) ? null : checkpoints;
        requirePositive("batch-size", batchSize);
        requirePositive("append-queue", appendQueue);
        if (!appendPatience.isPositive()) {
            throw new IllegalArgumentException("consular.ledger.append-patience must be longer than nothing");
        }
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException("consular.ledger." + name + " must be at least 1, was " + value);
        }
    }
}
