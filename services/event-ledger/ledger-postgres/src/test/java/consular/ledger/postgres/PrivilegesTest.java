package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.ledger.postgres.notary.Notary;
import consular.ledger.postgres.secrets.Erasures;
import consular.ledger.postgres.secrets.Erasures.Level;
import consular.ledger.postgres.secrets.KeyRotation;
import consular.ledger.postgres.secrets.KeyWrappingFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The scripts of ops/database: what the service's own role may do is to add, and to erase, and nothing else. */
class PrivilegesTest {

    private static final Path SCRIPTS = Path.of("../../../ops/database");

    private final TestDatabase database = TestDatabase.create();

    private TestDatabase as(String role) {
        return TestDatabase.at(database.url().replace("user=postgres", "user=" + role));
    }

    private static String script(String name) throws IOException {
        return Files.readAllLines(SCRIPTS.resolve(name)).stream()
                .filter(line -> !line.startsWith("\\"))
                .map(line -> line.replaceAll(":'\\w+'", "'secret'"))
                .collect(Collectors.joining("\n"));
    }

    private void prepare() throws IOException {
        for (var role : List.of("case_owner", "case_service", "case_reader")) {
            database.jdbc().sql("drop role if exists " + role).update();
        }
        database.jdbc().sql(script("roles.sql")).update();
        Flyway.configure()
                .dataSource(as("case_owner").dataSource())
                .locations("classpath:db/migration/ledger")
                .load()
                .migrate();
        as("case_owner").jdbc().sql(script("log-privileges.sql")).update();
    }

    @Test
    void the_service_adds_reads_erases_and_rotates_and_may_do_no_more(@TempDir Path folder) throws Exception {
        prepare();
        var wrapping = KeyWrappingFile.read(folder.resolve("kek"), true);
        var notary = new Notary(TestKeys.ORIGIN, TestKeys.signer(), List.of());
        try (var ledger = new TestLedger(as("case_service"), notary, new Guests(), wrapping)) {
            ledger.append(Guests.event("stay", 0, "ann", "ben"));
            var transaction = new TransactionTemplate(new DataSourceTransactionManager(ledger.dataSource()));
            var erasures = new Erasures(ledger.jdbc(), transaction, ledger.vault());
            assertThatCode(() -> erasures.erase(Guests.person("ann"), Level.CIPHERTEXT, 1))
                    .doesNotThrowAnyException();
            assertThatCode(() -> erasures.forgetSnapshots("stay")).doesNotThrowAnyException();
            assertThat(new KeyRotation(ledger.jdbc(), transaction, wrapping)
                            .rotate()
                            .left())
                    .isZero();
            assertThat(ledger.log().after(0, 1).getFirst().payload()).isEqualTo("\"ann=erased under 1|ben=BEN LEE\"");
        }
        for (var change : List.of(
                "update secret_part set key_commitment = key_commitment",
                "update secret_part set commitment = commitment",
                "update secret_part set person = person",
                "delete from secret_part",
                "truncate secret_part",
                "delete from data_key",
                "truncate data_key",
                "delete from erasure_count",
                "insert into erasure_count (number) values (1)",
                "update event set clear = clear",
                "delete from event",
                "alter table secret_part disable trigger all",
                "drop trigger secret_part_allow_erasure_only on secret_part")) {
            assertRefused(as("case_service").jdbc(), change);
        }
        assertRefused(as("case_reader").jdbc(), "select wrapped from data_key");
        assertRefused(as("case_reader").jdbc(), "update secret_part set ciphertext = null, salt = null");
    }

    private static void assertRefused(JdbcClient jdbc, String change) {
        assertThatThrownBy(() -> jdbc.sql(change).update())
                .as(change)
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }
}
