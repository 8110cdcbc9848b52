package consular.ledger.postgres.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import consular.ledger.postgres.TestDatabase;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a node remembers, with every step in the order in which it hurts. */
class DataKeysTest {

    private static final UUID ANN = new UUID(1, 1);
    private static final UUID BEN = new UUID(2, 2);

    private final TestDatabase database = TestDatabase.create().migrate();

    @TempDir
    private Path folder;

    private DataKeys keys() {
        var wrapping = KeyWrappingFile.read(folder.resolve("kek"), true);
        return new DataKeys(new DataKeyTable(database.jdbc(), wrapping), () -> 0);
    }

    /** Does something while a key is read, and tells which keys come to be remembered. */
    private DataKeys keys(Runnable whileRead, List<Map.Entry<UUID, DataKey>> remembered) {
        var file = KeyWrappingFile.read(folder.resolve("kek"), true);
        var wrapping = new Watched(file, whileRead);
        Cache<UUID, DataKey> cache = Caffeine.newBuilder()
                .maximumWeight(1000)
                .weigher((UUID person, DataKey key) -> {
                    remembered.add(Map.entry(person, key));
                    return 1;
                })
                .build();
        return new DataKeys(new DataKeyTable(database.jdbc(), wrapping), () -> 0, cache);
    }

    private NewKey storedKey(DataKeys keys, UUID person) {
        var made = new HashMap<UUID, NewKey>();
        keys.forWriting(List.of(person), made, true);
        var key = java.util.Objects.requireNonNull(made.get(person));
        database.jdbc()
                .sql("insert into data_key (person, wrapped, key_version) values (?, ?, ?)")
                .params(person, key.wrapped(), key.version())
                .update();
        return key;
    }

    private void destroy(UUID person) {
        database.jdbc()
                .sql("insert into log_batch (first_index, batch, length) values (0, 1, 7) on conflict do nothing")
                .update();
        database.jdbc()
                .sql("update data_key set wrapped = null, key_version = null, erased_level = 1, erased_under = 7"
                        + " where person = ?")
                .param(person)
                .update();
        database.jdbc().sql("update erasure_count set number = number + 1").update();
    }

    @Test
    void a_key_whose_person_is_erased_before_the_node_hears_that_it_is_stored_is_not_remembered() {
        var keys = keys();
        keys.look();
        var key = storedKey(keys, ANN);
        destroy(ANN);
        keys.look();

        keys.stored(List.of(key));

        assertThat(keys.of(List.of(ANN))).containsEntry(ANN, new DataKey.Destroyed(7));
    }

    @Test
    void a_key_whose_person_is_erased_afterwards_is_forgotten_with_the_next_look() {
        var keys = keys();
        keys.look();
        var key = storedKey(keys, ANN);
        keys.stored(List.of(key));
        destroy(ANN);
        assertThat(keys.of(List.of(ANN)).get(ANN)).isInstanceOf(DataKey.Usable.class);

        keys.look();

        assertThat(keys.of(List.of(ANN))).containsEntry(ANN, new DataKey.Destroyed(7));
    }

    @Test
    void a_key_that_was_stored_is_remembered_though_somebody_was_erased_before_it_was_made() {
        var keys = keys();
        storedKey(keys, ANN);
        destroy(ANN);
        keys.look();
        var key = storedKey(keys, BEN);
        keys.stored(List.of(key));
        database.jdbc().sql("alter table data_key disable trigger user").update();
        database.jdbc().sql("delete from data_key").update();

        assertThat(keys.of(List.of(BEN)).get(BEN)).isInstanceOf(DataKey.Usable.class);
    }

    /** Between the two another thread could take it. */
    @Test
    void a_key_that_is_destroyed_while_it_is_read_is_not_even_remembered_for_a_moment() {
        storedKey(keys(), ANN);
        var remembered = new ArrayList<Map.Entry<UUID, DataKey>>();
        var erased = new AtomicBoolean();
        var keys = new DataKeys[1];
        keys[0] = keys(
                () -> {
                    if (erased.compareAndSet(false, true)) {
                        destroy(ANN);
                        keys[0].look();
                    }
                },
                remembered);

        assertThat(keys[0].of(List.of(ANN))).containsEntry(ANN, new DataKey.Destroyed(7));
        assertThat(remembered).containsExactly(Map.entry(ANN, new DataKey.Destroyed(7)));
    }

    private record Watched(KeyWrapping wrapping, Runnable whileRead) implements KeyWrapping {

        @Override
        public String newest() {
            return wrapping.newest();
        }

        @Override
        public boolean holds(String version) {
            return wrapping.holds(version);
        }

        @Override
        public byte[] wrap(byte[] dataKey, byte[] context) {
            return wrapping.wrap(dataKey, context);
        }

        @Override
        public byte[] unwrap(String version, byte[] wrapped, byte[] context) throws GeneralSecurityException {
            whileRead.run();
            return wrapping.unwrap(version, wrapped, context);
        }
    }
}
