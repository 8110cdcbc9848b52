package consular.ledger.postgres.secrets;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tries some keys of persons before anybody needs one. A key-encryption key that is not the one that wrapped them opens none of them, and
 * whoever is kept under it from then on is lost with it; so nothing is begun with it. A row that was damaged or altered concerns one person,
 * and is an alarm.
 */
final class StoredKeys {

    private static final Logger LOG = LoggerFactory.getLogger(StoredKeys.class);

    /** So many of a version are tried. */
    static final int SAMPLE = 5;

    /** One look into the index for each version, and some rows behind it. */
    private static final String SOME_OF_EACH_VERSION = """
        with recursive version (name) as (
            (select key_version from data_key where key_version is not null order by key_version limit 1)
            union all
            select (select key_version from data_key where key_version > version.name order by key_version limit 1)
            from version
            where version.name is not null
        )
        select tried.person, tried.wrapped, tried.key_version
        from version
        cross join lateral (select * from data_key where key_version = version.name limit ?) as tried
        """;

    private final JdbcClient jdbc;
    private final KeyWrapping wrapping;

    StoredKeys(JdbcClient jdbc, KeyWrapping wrapping) {
        this.jdbc = jdbc;
        this.wrapping = wrapping;
    }

    /**
     * Answers how many of the keys that were tried are damaged.
     *
     * @throws Unopenable if a version that wraps one is not held, if several under one version were tried and none opens, or if none opens
     *     at all
     */
    int requireOpenable() {
        var tried = jdbc.sql(SOME_OF_EACH_VERSION)
                .param(SAMPLE)
                .query((row, _) -> new Tried(
                        row.getString("key_version"),
                        failure(
                                row.getObject("person", UUID.class),
                                row.getString("key_version"),
                                row.getBytes("wrapped"))))
                .list();
        var anyOpens = tried.stream().anyMatch(Tried::opens);
        tried.stream()
                .collect(Collectors.groupingBy(Tried::version))
                .forEach((version, keys) -> requireHeld(version, keys, anyOpens));
        var damaged = tried.stream().flatMap(key -> key.failure.stream()).toList();
        damaged.forEach(failure -> LOG.error(
                "A stored key of a person is damaged, and the others open: what is kept of the person cannot be read."
                        + " {}",
                failure.getMessage()));
        return damaged.size();
    }

    private void requireHeld(String version, List<Tried> keys, boolean anyOpens) {
        var failures = new ArrayList<Unopenable>();
        keys.forEach(key -> key.failure.ifPresent(failures::add));
        var noneOpens = failures.size() == keys.size();
        if (noneOpens && (!wrapping.holds(version) || failures.size() > 1 || !anyOpens)) {
            throw failures.getFirst();
        }
    }

    private Optional<Unopenable> failure(UUID person, String version, byte[] wrapped) {
        try {
            var _ = DataKeyTable.unwrap(wrapping, person, version, wrapped);
            return Optional.empty();
        } catch (Unopenable unopenable) {
            return Optional.of(unopenable);
        }
    }

    private record Tried(String version, Optional<Unopenable> failure) {

        boolean opens() {
            return failure.isEmpty();
        }
    }
}
