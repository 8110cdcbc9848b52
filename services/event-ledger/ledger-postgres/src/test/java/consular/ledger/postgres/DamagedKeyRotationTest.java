package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.ledger.postgres.secrets.KeyRotation;
import consular.ledger.postgres.secrets.KeyWrapping;
import consular.ledger.postgres.secrets.KeyWrappingFile;
import consular.ledger.postgres.secrets.Unopenable;
import consular.ledger.postgres.secrets.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The key-encryption key changes, and keys of persons do not open. */
@Timeout(60)
class DamagedKeyRotationTest {

    /** More than one batch. */
    private static final int GUESTS = 620;

    private final TestDatabase database = TestDatabase.create().migrate();

    @TempDir
    private Path folder;

    private Path keyFile = Path.of("");
    private TestLedger ledger;

    @BeforeEach
    void begin() throws IOException {
        keyFile = folder.resolve("kek");
        ledger = ledger(KeyWrappingFile.read(keyFile, true));
        for (var number = 0; number < GUESTS; number += 20) {
            var guests = new ArrayList<String>();
            for (var guest = number; guest < number + 20; guest++) {
                guests.add("guest-" + guest);
            }
            ledger.engine().appendEvents(Guests.event("stay-" + number, 0, guests.toArray(String[]::new)));
        }
        var old = Files.readAllLines(keyFile).getFirst();
        Files.write(keyFile, List.of(old, "second " + Base64.getEncoder().encodeToString(new byte[32])));
    }

    @AfterEach
    void end() {
        ledger.close();
    }

    private TestLedger ledger(KeyWrapping wrapping) {
        return new TestLedger(database, TestLedger.SLEEPING, new Guests(), wrapping);
    }

    private KeyRotation.Rotated rotate(Vault vault) {
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(ledger.dataSource()));
        return new KeyRotation(ledger.jdbc(), transaction, KeyWrappingFile.read(keyFile, false), vault).rotate();
    }

    private Vault vault() {
        return new Vault(database.jdbc(), new Guests(), KeyWrappingFile.read(keyFile, false));
    }

    private void damage(String guest) {
        change("wrapped = set_byte(wrapped, 20, 255 - get_byte(wrapped, 20))", guest);
    }

    private void change(String change, String guest) {
        var changed = database.jdbc()
                .sql("update data_key set " + change + " where person = ?")
                .param(Guests.person(guest))
                .update();
        assertThat(changed).isEqualTo(1);
    }

    @Test
    void damaged_keys_are_passed_over_and_counted_and_all_others_are_wrapped_anew() {
        for (var guest : List.of("guest-0", "guest-7", "guest-619")) {
            damage(guest);
        }
        var vault = vault();
        assertThat(rotate(vault)).isEqualTo(new KeyRotation.Rotated("second", GUESTS - 3, 3, 3, List.of("1")));
        assertThat(vault.damagedKeys()).isEqualTo(3);
    }

    @Test
    void giving_it_again_tells_of_them_again_and_changes_nothing() {
        damage("guest-7");
        rotate(vault());
        assertThat(rotate(vault())).isEqualTo(new KeyRotation.Rotated("second", 0, 1, 1, List.of("1")));
    }

    @Test
    void a_key_that_is_put_back_from_a_backup_is_wrapped_anew_by_the_next() {
        damage("guest-7");
        rotate(vault());
        damage("guest-7");
        assertThat(rotate(vault())).isEqualTo(new KeyRotation.Rotated("second", 1, 0, 0, List.of()));
    }

    @Test
    void a_key_under_a_version_that_nobody_knows_is_passed_over_too_and_the_version_is_named() {
        change("key_version = 'nonsense'", "guest-7");
        assertThat(rotate(vault())).isEqualTo(new KeyRotation.Rotated("second", GUESTS - 1, 1, 1, List.of("nonsense")));
    }

    @Test
    void a_node_starts_behind_it_as_long_as_the_old_version_is_kept() throws IOException {
        damage("guest-0");
        damage("guest-7");
        damage("guest-619");
        rotate(vault());
        assertThatCode(vault()::requireOpenable).doesNotThrowAnyException();

        Files.write(keyFile, List.of(Files.readAllLines(keyFile).getLast()));
        assertThatThrownBy(vault()::requireOpenable)
                .isInstanceOf(Unopenable.class)
                .hasMessageContaining("version 1");
    }

    /** What cannot be tried at the moment is not damaged. */
    @Test
    void a_service_for_keys_that_is_away_ends_the_rotation_and_nothing_is_counted() {
        var vault = vault();
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(ledger.dataSource()));
        assertThatThrownBy(() -> new KeyRotation(ledger.jdbc(), transaction, new Away(), vault).rotate())
                .isInstanceOf(IllegalStateException.class);
        assertThat(vault.damagedKeys()).isZero();
        assertThat(rotate(vault).keys()).isEqualTo(GUESTS);
    }

    private static final class Away implements KeyWrapping {

        @Override
        public String newest() {
            return "second";
        }

        @Override
        public boolean holds(String version) {
            return true;
        }

        @Override
        public byte[] wrap(byte[] dataKey, byte[] context) {
            throw new IllegalStateException("away");
        }

        @Override
        public byte[] unwrap(String version, byte[] wrapped, byte[] context) {
            throw new IllegalStateException("away");
        }
    }
}
