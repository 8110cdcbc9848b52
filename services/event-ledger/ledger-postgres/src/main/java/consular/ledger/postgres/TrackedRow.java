package consular.ledger.postgres;

import consular.ledger.postgres.secrets.StoredPart;
import consular.ledger.postgres.secrets.Unopenable;
import consular.ledger.postgres.secrets.Vault;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An event that an event processor comes upon. Most are not for it, and deciphering is most of what an event costs; so it is opened
 * when its contents are first asked for, and tells without that what it is and where it stands.
 */
final class TrackedRow {

    private static final Logger LOG = LoggerFactory.getLogger(TrackedRow.class);

    private final StoredRow row;
    private final Keys keys;
    private @Nullable LoggedEvent opened;

    private TrackedRow(StoredRow row, Keys keys) {
        this.row = row;
        this.keys = keys;
    }

    /** The rows of a page, for which keys are looked up together when the first of them is opened. */
    static List<TrackedRow> page(List<StoredRow> rows, Vault vault) {
        var keys = new Keys(
                vault,
                rows.stream()
                        .flatMap(row -> row.secrets().stream())
                        .map(StoredPart::person)
                        .collect(Collectors.toSet()));
        return rows.stream().map(row -> new TrackedRow(row, keys)).toList();
    }

    /** What anyone may read of it, for everything but its contents. */
    LoggedEvent clear() {
        return row.event();
    }

    boolean hasSecrets() {
        return row.hasSecrets();
    }

    /**
     * The event with what is under keys. Without it where a part does not open: processors must not all stand still because of one
     * event, so it fails where it is handled, if it is needed there at all.
     */
    synchronized LoggedEvent opened() {
        var known = opened;
        if (known == null) {
            known = open();
            opened = known;
        }
        return known;
    }

    private LoggedEvent open() {
        keys.fetch();
        try {
            return row.with(keys.vault.open(List.of(row.stored())).getFirst());
        } catch (Unopenable unopenable) {
            LOG.error("An event is handed to processors without what is under keys: {}", unopenable.getMessage());
            return row.event();
        }
    }

    /** The keys of a page. */
    private static final class Keys {

        private final Vault vault;
        private final Set<UUID> persons;
        private final AtomicBoolean isFetched = new AtomicBoolean();

        Keys(Vault vault, Set<UUID> persons) {
            this.vault = vault;
            this.persons = persons;
        }

        /** Only so that they need not be fetched one by one. */
        void fetch() {
            if (isFetched.compareAndSet(false, true)) {
                try {
                    vault.fetchKeys(persons);
                } catch (Unopenable _) {
                    // whoever opens the event of that person finds out
                }
            }
        }
    }
}
