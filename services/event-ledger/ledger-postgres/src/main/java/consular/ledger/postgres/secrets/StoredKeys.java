package consular.ledger.postgres.secrets;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Tries some keys of persons before anybody needs one. A key-encryption key that is not the one that wrapped them opens none of them, and
 * whoever is kept under it from then on is lost with it; so nothing is begun with it. Rows that were damaged or altered concern their
 * persons, and are an alarm.
 */
final class StoredKeys {

    private static final Logger LOG = LoggerFactory.getLogger(StoredKeys.class);

    /** So many of a version are tried, as they lie. */
    static final int SAMPLE = 5;

    /** So many more from anywhere, where none of those opens: what damages a page damages neighbours. */
    static final int MORE = 200;

    /** So many that do not open, or one in a hundred of all, may be what a rotation has left under an older version. */
    static final int FEW = 20;

    private static final String VERSIONS = """
        with recursive version (name) as (
            (select key_version from data_key where key_version is not null order by key_version limit 1)
            union all
            select (select key_version from data_key where key_version > version.name order by key_version limit 1)
            from version
            where version.name is not null
        )
        select name from version where name is not null
        """;

    private static final String SOME = "select person, wrapped from data_key where key_version = ? limit ?";

    /** Reads all of a version, so it is asked only where something is wrong. */
    private static final String FROM_ANYWHERE =
            "select person, wrapped from data_key where key_version = ? order by random() limit ?";

    private static final String FEW_ARE_LEFT = """
        select count(*) filter (where key_version = ?) <= greatest(?, count(*) / 100)
        from data_key
        where key_version is not null
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
     * @throws Unopenable if the key-encryption key is evidently another: a version that wraps a key is not held; none opens of several
     *     that were tried under the newest version, of many under an older one, or none at all
     */
    int requireOpenable() {
        var tried = new LinkedHashMap<String, Tried>();
        jdbc.sql(VERSIONS).query(String.class).list().forEach(version -> tried.put(version, attempt(version)));
        var anyOpens = tried.values().stream().anyMatch(Tried::anyOpens);
        tried.forEach((version, keys) -> requireHeld(version, keys, anyOpens));
        var damaged = tried.values().stream()
                .flatMap(keys -> keys.failures().values().stream())
                .toList();
        damaged.stream()
                .limit(FEW)
                .forEach(failure -> LOG.error(
                        "A stored key of a person is damaged, and others open: what is kept of the person cannot be"
                                + " read. {}",
                        failure.getMessage()));
        if (damaged.size() > FEW) {
            LOG.error("Of the keys that were tried, {} are damaged", damaged.size());
        }
        return damaged.size();
    }

    private Tried attempt(String version) {
        var some = attempt(version, SOME, SAMPLE);
        return some.anyOpens() ? some : some.and(attempt(version, FROM_ANYWHERE, MORE));
    }

    private Tried attempt(String version, String sql, int count) {
        var failures = new HashMap<UUID, Unopenable>();
        var tried = jdbc.sql(sql)
                .params(version, count)
                .query((row, _) -> {
                    var person = row.getObject("person", UUID.class);
                    var failure = failure(person, version, row.getBytes("wrapped"));
                    failure.ifPresent(it -> failures.put(person, it));
                    return failure.isEmpty();
                })
                .list();
        return new Tried(tried.contains(true), failures);
    }

    private void requireHeld(String version, Tried keys, boolean anyOpens) {
        if (keys.anyOpens() || keys.failures().isEmpty()) {
            return;
        }
        if (!anyOpens || !wrapping.holds(version) || !mayAllBeDamaged(version, keys)) {
            throw keys.failures().values().iterator().next();
        }
    }

    private boolean mayAllBeDamaged(String version, Tried keys) {
        return version.equals(wrapping.newest())
                ? keys.failures().size() == 1
                : jdbc.sql(FEW_ARE_LEFT)
                        .params(version, FEW)
                        .query(Boolean.class)
                        .single();
    }

    private Optional<Unopenable> failure(UUID person, String version, byte[] wrapped) {
        try {
            var _ = DataKeyTable.unwrap(wrapping, person, version, wrapped);
            return Optional.empty();
        } catch (Unopenable unopenable) {
            return Optional.of(unopenable);
        }
    }

    private record Tried(boolean anyOpens, Map<UUID, Unopenable> failures) {

        Tried and(Tried more) {
            var all = new HashMap<>(failures);
            all.putAll(more.failures);
            return new Tried(anyOpens || more.anyOpens, all);
        }
    }
}
