package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.core.verification.CheckpointHistory;
import consular.ledger.core.verification.Verdict;
import consular.ledger.postgres.notary.Notary;
import consular.ledger.postgres.secrets.Erasures;
import consular.ledger.postgres.secrets.Erasures.Level;
import consular.ledger.postgres.secrets.KeyWrapping;
import consular.ledger.postgres.secrets.KeyWrappingFile;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A log whose guests are persons, each under a key, and what the tests of them have in common. */
abstract class SecretsTestBase {

    final TestDatabase database = TestDatabase.create().migrate();

    @TempDir
    Path folder;

    Path keyFile;
    TestLedger ledger;

    @BeforeEach
    void begin() {
        keyFile = folder.resolve("keys").resolve("kek");
        ledger = ledger(KeyWrappingFile.read(keyFile, true));
    }

    @AfterEach
    void end() {
        ledger.close();
    }

    final TestLedger ledger(KeyWrapping wrapping) {
        return new TestLedger(
                database,
                new Notary(database.dataSource(), TestKeys.ORIGIN, TestKeys.signer(), List.of(), List.of()),
                new Guests(),
                wrapping);
    }

    static String payload(TestLedger reader, int position) {
        return reader.log().after(position - 1, 1).getFirst().payload();
    }

    final Erasures erasures(TestLedger node) {
        return new Erasures(node.jdbc(), transaction(node), node.vault());
    }

    static TransactionTemplate transaction(TestLedger node) {
        return new TransactionTemplate(new DataSourceTransactionManager(node.dataSource()));
    }

    final void erase(String guest, Level level, long position) {
        erasures(ledger).erase(Guests.person(guest), level, position);
    }

    final void assertSound(int erased) {
        var check = new LogCheck(database.jdbc());
        check.assertSound();
        var verdict = check.verify(new CheckpointHistory.Trusted(List.of()), check.tiles());
        assertThat(verdict).isInstanceOf(Verdict.Sound.class);
        assertThat(verdict.tally().erased()).isEqualTo(erased);
    }
}
