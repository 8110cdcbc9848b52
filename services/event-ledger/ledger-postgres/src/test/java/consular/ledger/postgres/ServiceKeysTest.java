package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.ledger.postgres.secrets.KeyRotation;
import consular.ledger.postgres.secrets.KeyWrapping;
import consular.ledger.postgres.secrets.KeyWrappingFile;
import consular.ledger.postgres.secrets.PersonalData;
import consular.ledger.postgres.secrets.ServiceKeys;
import consular.ledger.postgres.secrets.Unopenable;
import consular.ledger.postgres.secrets.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the application keeps secret for itself is kept like the keys of persons. */
class ServiceKeysTest {
    private static final UUID PURPOSE = UUID.fromString("00000000-0000-8000-8000-000000000001");
    private static final UUID ANOTHER = UUID.fromString("00000000-0000-8000-8000-000000000002");

    private final TestDatabase database = TestDatabase.create().migrate();
    private final TransactionTemplate transaction =
            new TransactionTemplate(new DataSourceTransactionManager(database.dataSource()));

    @TempDir
    Path folder;

    private ServiceKeys keys(KeyWrapping wrapping) {
        return new ServiceKeys(database.jdbc(), transaction, wrapping);
    }

    private KeyWrapping file(String... versions) throws IOException {
        var file = folder.resolve(String.join("-", versions));
        var lines = new ArrayList<String>();
        for (var version : versions) {
            var key = new byte[32];
            key[0] = (byte) version.charAt(0);
            lines.add(version + " " + Base64.getEncoder().encodeToString(key));
        }
        Files.write(file, lines);
        return KeyWrappingFile.read(file, false);
    }

    @Test
    void a_purpose_has_one_key_on_every_node_and_each_purpose_its_own() throws IOException {
        var key = keys(file("a")).of(PURPOSE);
        assertThat(key).hasSize(32).isEqualTo(keys(file("a")).of(PURPOSE));
        assertThat(key).isNotEqualTo(keys(file("a")).of(ANOTHER));
    }

    @Test
    void nodes_that_ask_at_once_get_the_same() throws Exception {
        var node = keys(file("a"));
        try (var nodes = Executors.newFixedThreadPool(8)) {
            Callable<String> question = () -> Base64.getEncoder().encodeToString(node.of(ANOTHER));
            var answers = new ArrayList<String>();
            for (var answer : nodes.invokeAll(Collections.nCopies(8, question))) {
                answers.add(answer.get(10, TimeUnit.SECONDS));
            }
            assertThat(answers).hasSize(8).containsOnly(answers.getFirst());
        }
    }

    @Test
    void a_rotation_wraps_it_anew_and_the_old_version_is_needed_no_more() throws IOException {
        var before = keys(file("a")).of(PURPOSE);
        var both = file("a", "b");
        var vault = new Vault(database.jdbc(), PersonalData.NONE, both);
        assertThat(new KeyRotation(database.jdbc(), transaction, both, vault)
                        .rotate()
                        .keys())
                .isEqualTo(1);
        assertThat(keys(file("b")).of(PURPOSE)).isEqualTo(before);
        var old = keys(file("a"));
        assertThatThrownBy(() -> old.of(PURPOSE)).isInstanceOf(Unopenable.class);
    }

    @Test
    void it_stands_in_the_database_wrapped() throws IOException {
        var key = keys(file("a")).of(PURPOSE);
        var stored = JdbcClient.create(database.dataSource())
                .sql("select wrapped from data_key where person = ?")
                .param(PURPOSE)
                .query(byte[].class)
                .single();
        assertThat(List.of(Base64.getEncoder().encodeToString(stored)))
                .doesNotContain(Base64.getEncoder().encodeToString(key));
        assertThat(stored.length).isGreaterThan(32);
    }
}
