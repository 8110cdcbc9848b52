package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.ledger.postgres.secrets.KeyWrappingFile;
import consular.ledger.postgres.secrets.Unopenable;
import consular.ledger.postgres.secrets.Vault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys of persons that do not open when a node starts: one of them, or all. */
class DamagedKeysTest {

    private static final String ALTER = "wrapped = set_byte(wrapped, 20, 255 - get_byte(wrapped, 20))";

    private final TestDatabase database = TestDatabase.create().migrate();

    @TempDir
    private Path folder;

    private Path keyFile = Path.of("");
    private TestLedger ledger;

    @BeforeEach
    void begin() {
        keyFile = folder.resolve("kek");
        ledger = ledger();
    }

    @AfterEach
    void end() {
        ledger.close();
    }

    private TestLedger ledger() {
        return new TestLedger(database, TestLedger.SLEEPING, new Guests(), KeyWrappingFile.read(keyFile, true));
    }

    private Vault starting() {
        return new Vault(database.jdbc(), new Guests(), KeyWrappingFile.read(keyFile, false));
    }

    private void keep(int guests) {
        for (var number = 0; number < guests; number++) {
            ledger.engine().appendEvents(Guests.event("stay-" + number, 0, "guest-" + number));
        }
    }

    private void damage(String change, String guest) {
        var changed = database.jdbc()
                .sql("update data_key set " + change + " where person = ?")
                .param(Guests.person(guest))
                .update();
        assertThat(changed).isEqualTo(1);
    }

    /** The few that are tried are all there are. */
    @Test
    void one_key_that_was_altered_is_an_alarm_and_keeps_no_node_from_starting() {
        keep(3);
        damage(ALTER, "guest-1");
        var vault = starting();
        assertThatCode(vault::requireOpenable).doesNotThrowAnyException();
        assertThat(vault.damagedKeys()).isEqualTo(1);
        try (var other = ledger()) {
            assertThatThrownBy(() -> other.log().stream("stay-1")).isInstanceOf(Unopenable.class);
            assertThat(other.log().stream("stay-2").getFirst().payload()).contains("GUEST-2 LEE");
        }
    }

    @Test
    void a_key_that_does_not_open_when_it_is_needed_is_counted_too() {
        keep(1);
        damage(ALTER, "guest-0");
        try (var other = ledger()) {
            assertThatThrownBy(() -> other.log().stream("stay-0")).isInstanceOf(Unopenable.class);
            assertThat(other.vault().damagedKeys()).isEqualTo(1);
        }
    }

    /** What damages a page damages neighbours, and those that lie there are the first that are met. */
    @Test
    void many_neighbours_that_are_damaged_keep_no_node_from_starting_while_others_open() {
        keep(300);
        database.jdbc().sql("update data_key set " + ALTER + """
             where person in (select person from data_key order by ctid limit 230)
            """).update();
        var vault = starting();
        assertThatCode(vault::requireOpenable).doesNotThrowAnyException();
        assertThat(vault.damagedKeys()).isBetween(100L, 205L);
    }

    @Test
    void another_key_encryption_key_is_told_from_many_damaged_keys() throws IOException {
        keep(300);
        Files.write(keyFile, List.of("1 " + Base64.getEncoder().encodeToString(new byte[32])));
        assertThatThrownBy(starting()::requireOpenable).isInstanceOf(Unopenable.class);
    }

    @Test
    void another_key_in_an_older_version_is_told_from_what_a_rotation_has_left() throws IOException {
        keep(21);
        addVersion();
        try (var later = ledger()) {
            later.engine().appendEvents(Guests.event("later", 0, "later"));
        }
        Files.write(
                keyFile,
                List.of(
                        "1 " + Base64.getEncoder().encodeToString(new byte[32]),
                        Files.readAllLines(keyFile).getLast()));
        assertThatThrownBy(starting()::requireOpenable)
                .isInstanceOf(Unopenable.class)
                .hasMessageContaining("version 1");
    }

    @Test
    void several_keys_of_which_none_opens_say_that_the_key_encryption_key_is_another() {
        keep(2);
        damage(ALTER, "guest-0");
        damage(ALTER, "guest-1");
        assertThatThrownBy(starting()::requireOpenable).isInstanceOf(Unopenable.class);
    }

    @Test
    void the_only_key_there_is_says_it_too() {
        keep(1);
        damage(ALTER, "guest-0");
        assertThatThrownBy(starting()::requireOpenable).isInstanceOf(Unopenable.class);
    }

    @Test
    void the_only_key_of_an_older_version_may_be_damaged() throws IOException {
        keep(1);
        addVersion();
        try (var later = ledger()) {
            later.engine().appendEvents(Guests.event("later", 0, "later"));
        }
        damage(ALTER, "guest-0");
        var vault = starting();
        assertThatCode(vault::requireOpenable).doesNotThrowAnyException();
        assertThat(vault.damagedKeys()).isEqualTo(1);
    }

    /** Whoever takes a version away too early is told while there may still be a copy of it. */
    @Test
    void a_version_that_is_not_held_keeps_a_node_from_starting_even_if_one_key_is_left_under_it() throws IOException {
        keep(1);
        addVersion();
        try (var later = ledger()) {
            later.engine().appendEvents(Guests.event("later", 0, "later"));
        }
        Files.write(keyFile, List.of(Files.readAllLines(keyFile).getLast()));
        assertThatThrownBy(starting()::requireOpenable)
                .isInstanceOf(Unopenable.class)
                .hasMessageContaining("version 1")
                .hasMessageNotContaining("LEE");
    }

    private void addVersion() throws IOException {
        var old = Files.readAllLines(keyFile).getFirst();
        Files.write(keyFile, List.of(old, "2 " + Base64.getEncoder().encodeToString(new byte[32])));
    }
}
