package consular.ledger.postgres.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.postgres.TestDatabase;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
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
}
