package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.ledger.postgres.secrets.Erasures.Level;
import consular.ledger.postgres.secrets.KeyRotation;
import consular.ledger.postgres.secrets.KeyWrappingFile;
import consular.ledger.postgres.secrets.Unopenable;
import consular.ledger.postgres.secrets.Vault;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The keys of persons are wrapped under another, which is held in a file, and replaced. */
class KeyEncryptionTest extends SecretsTestBase {
    @Test
    void a_key_encryption_key_that_opens_nothing_is_found_before_anybody_is_kept_under_it() {
        ledger.append(Guests.event("stay", 0, "ann"));
        ledger.vault().requireOpenable();

        var another = new Vault(database.jdbc(), new Guests(), KeyWrappingFile.read(folder.resolve("another"), true));
        assertThatThrownBy(another::requireOpenable)
                .isInstanceOf(Unopenable.class)
                .hasMessageContaining("version 1");
    }

    @Test
    void a_new_version_of_the_key_encryption_key_takes_over_and_the_old_one_may_go() throws Exception {
        for (var number = 0; number < 1203; number++) {
            ledger.engine().appendEvents(Guests.event("stay-" + number, 0, "guest-" + number));
        }
        ledger.settle();
        erase("guest-5", Level.KEY, 1);
        var old = Files.readAllLines(keyFile).getFirst();
        Files.write(keyFile, List.of(old, "second " + Base64.getEncoder().encodeToString(new byte[32])));

        try (var rotating = ledger(KeyWrappingFile.read(keyFile, false))) {
            var rotation = new KeyRotation(
                    rotating.jdbc(), transaction(rotating), KeyWrappingFile.read(keyFile, false), rotating.vault());
            assertThat(rotation.rotate()).isEqualTo(new KeyRotation.Rotated("second", 1202, 0, 0, List.of()));
            assertThat(rotation.rotate().keys()).isZero();
        }

        Files.write(keyFile, List.of(Files.readAllLines(keyFile).getLast()));
        try (var later = ledger(KeyWrappingFile.read(keyFile, false))) {
            assertThat(payload(later, 1203)).contains("GUEST-1202 LEE");
            assertThat(payload(later, 6)).contains("erased under 1");
        }
    }

    @Test
    void a_key_whose_version_is_not_held_is_named() throws Exception {
        ledger.append(Guests.event("stay", 0, "ann"));
        Files.write(keyFile, List.of("other " + Base64.getEncoder().encodeToString(new byte[32])));
        try (var later = ledger(KeyWrappingFile.read(keyFile, false))) {
            assertThatThrownBy(() -> payload(later, 1))
                    .isInstanceOf(Unopenable.class)
                    .hasMessageContaining("does not open under version 1");
        }
    }

    @Test
    void the_key_file_is_for_its_owner_alone_and_every_fault_in_it_is_refused() throws Exception {
        assertThat(Files.getPosixFilePermissions(keyFile)).hasSize(2);
        var key = Base64.getEncoder().encodeToString(new byte[32]);
        for (var lines : List.of(
                List.<String>of(),
                List.of(key),
                List.of("1 short"),
                List.of("1 " + key, "1 " + key),
                List.of(" " + key),
                List.of("1 2 " + key))) {
            Files.write(keyFile, lines);
            assertThatThrownBy(() -> KeyWrappingFile.read(keyFile, false))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("key-encryption-key")
                    .hasMessageNotContaining(key);
        }
    }
}
