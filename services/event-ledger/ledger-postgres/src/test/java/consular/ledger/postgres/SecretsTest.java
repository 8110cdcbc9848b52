package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.ledger.core.verification.CheckpointHistory;
import consular.ledger.core.verification.Verdict;
import consular.ledger.postgres.notary.Notary;
import consular.ledger.postgres.secrets.Erasures;
import consular.ledger.postgres.secrets.Erasures.Level;
import consular.ledger.postgres.secrets.KeyRotation;
import consular.ledger.postgres.secrets.KeyWrapping;
import consular.ledger.postgres.secrets.KeyWrappingFile;
import consular.ledger.postgres.secrets.PersonErased;
import consular.ledger.postgres.secrets.Unopenable;
import consular.ledger.postgres.secrets.Vault;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.axonframework.eventhandling.TrackingToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class SecretsTest {

    private final TestDatabase database = TestDatabase.create().migrate();

    @TempDir
    Path folder;

    private Path keyFile;
    private TestLedger ledger;

    @BeforeEach
    void begin() {
        keyFile = folder.resolve("keys").resolve("kek");
        ledger = ledger(KeyWrappingFile.read(keyFile, true));
    }

    @AfterEach
    void end() {
        ledger.close();
    }

    private TestLedger ledger(KeyWrapping wrapping) {
        return new TestLedger(
                database,
                new Notary(database.dataSource(), TestKeys.ORIGIN, TestKeys.signer(), List.of(), List.of()),
                new Guests(),
                wrapping);
    }

    private static String payload(TestLedger reader, int position) {
        return reader.log().after(position - 1, 1).getFirst().payload();
    }

    private Erasures erasures(TestLedger node) {
        return new Erasures(node.jdbc(), transaction(node), node.vault());
    }

    private static TransactionTemplate transaction(TestLedger node) {
        return new TransactionTemplate(new DataSourceTransactionManager(node.dataSource()));
    }

    private void erase(String guest, Level level, long position) {
        erasures(ledger).erase(Guests.person(guest), level, position);
    }

    private void assertSound(int erased) {
        var check = new LogCheck(database.jdbc());
        check.assertSound();
        var verdict = check.verify(new CheckpointHistory.Trusted(List.of()), check.tiles());
        assertThat(verdict).isInstanceOf(Verdict.Sound.class);
        assertThat(verdict.tally().erased()).isEqualTo(erased);
    }

    private String everything() {
        var text = new StringBuilder();
        for (var table : database.jdbc()
                .sql("select table_name from information_schema.tables where table_schema = 'public'")
                .query(String.class)
                .list()) {
            database.jdbc()
                    .sql("select * from " + table)
                    .query((row, _) -> {
                        for (var column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                            var value = row.getObject(column);
                            text.append(
                                            value instanceof byte[] bytes
                                                    ? new String(bytes, StandardCharsets.ISO_8859_1)
                                                    : String.valueOf(value))
                                    .append('\n');
                        }
                        return 0;
                    })
                    .list();
        }
        return text.toString();
    }

    @Test
    void what_is_about_persons_is_read_back_and_nowhere_in_the_database() {
        ledger.append(Guests.event("stay", 0, "ann", "ben"), Guests.event("stay", 1, "ann"));

        assertThat(payload(ledger, 1)).isEqualTo("\"ann=ANN LEE|ben=BEN LEE\"");
        assertThat(ledger.engine().readEvents("stay").next().getPayload()).isEqualTo("ann=ANN LEE|ben=BEN LEE");
        assertThat(ledger.log().streams(List.of("stay")))
                .extracting(LoggedEvent::payload)
                .containsExactly("\"ann=ANN LEE|ben=BEN LEE\"", "\"ann=ANN LEE\"");
        assertThat(everything()).contains("ann|ben").doesNotContain("LEE");
        assertSound(0);
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void whoever_is_erased_is_unreadable_everybody_else_is_read_and_the_log_verifies(Level level) {
        ledger.append(Guests.event("stay", 0, "ann", "ben"), Guests.event("stay", 1, "ann"));
        var before = entries();

        erase("ann", level, 1);

        assertThat(payload(ledger, 1)).isEqualTo("\"ann=erased under 1|ben=BEN LEE\"");
        assertThat(payload(ledger, 2)).isEqualTo("\"ann=erased under 1\"");
        assertThat(entries()).hasSize(2).isEqualTo(before);
        assertSound(level == Level.CIPHERTEXT ? 2 : 0);
        assertThat(database.jdbc()
                        .sql("select count(*) from secret_part where ciphertext is null and salt is null")
                        .query(Long.class)
                        .single())
                .isEqualTo(level == Level.CIPHERTEXT ? 2 : 0);
    }

    private List<String> entries() {
        var entries = new ArrayList<String>();
        new LogEvidence(database.jdbc(), List.of(), 10)
                .forEach(2, event -> entries.add(new String(event.entry(), StandardCharsets.UTF_8)));
        return entries;
    }

    @Test
    void erasing_again_changes_nothing_and_a_higher_level_keeps_the_first_event() {
        ledger.append(Guests.event("stay", 0, "ann"), Guests.event("other", 0, "ben"), Guests.event("other", 1, "ben"));
        erase("ann", Level.KEY, 1);
        erase("ann", Level.KEY, 1);
        erase("ann", Level.CIPHERTEXT, 2);
        erase("ann", Level.KEY, 3);

        assertThat(payload(ledger, 1)).isEqualTo("\"ann=erased under 1\"");
        assertThat(database.jdbc()
                        .sql("select erased_level from data_key where erased_level is not null")
                        .query(Integer.class)
                        .single())
                .isEqualTo(2);
        assertSound(1);
    }

    @Test
    void nothing_is_stored_of_whoever_was_erased_even_before_anything_was_known() {
        ledger.append(Guests.event("other", 0, "eve"));
        erase("ann", Level.KEY, 1);

        assertThatThrownBy(() -> ledger.append(Guests.event("stay", 0, "ann")))
                .isInstanceOf(PersonErased.class)
                .hasMessageNotContaining("LEE");
        ledger.append(Guests.event("stay", 0, "ben"));
        assertThat(payload(ledger, 2)).isEqualTo("\"ben=BEN LEE\"");
    }

    @Test
    void another_node_reads_nothing_of_the_erased_as_soon_as_the_bound_is_over() throws InterruptedException {
        ledger.append(Guests.event("stay", 0, "ann"));
        try (var other = ledger(KeyWrappingFile.read(keyFile, false))) {
            var told = new AtomicInteger();
            assertThat(payload(other, 1)).contains("ANN LEE");
            other.vault().onErasure(told::incrementAndGet);

            erase("ann", Level.KEY, 1);
            // as long as a remembered key may be used, and a little more
            Thread.sleep(2200);

            assertThat(payload(other, 1)).isEqualTo("\"ann=erased under 1\"");
            assertThat(told).hasValue(1);
        }
    }

    /** It remembers the key, and meets what is left of the part. */
    @Test
    void another_node_that_has_not_looked_yet_reads_what_is_gone_as_erased_and_stores_nothing_more() {
        ledger.append(Guests.event("stay", 0, "ann"));
        try (var other = ledger(KeyWrappingFile.read(keyFile, false))) {
            assertThat(payload(other, 1)).contains("ANN LEE");

            erase("ann", Level.CIPHERTEXT, 1);

            assertThat(payload(other, 1)).isEqualTo("\"ann=erased under 1\"");
        }
    }

    @Test
    void a_node_that_remembers_a_destroyed_key_cannot_store_anything_under_it() {
        ledger.append(Guests.event("stay", 0, "ann"));
        try (var other = ledger(KeyWrappingFile.read(keyFile, false))) {
            assertThat(payload(other, 1)).contains("ANN LEE");

            erase("ann", Level.KEY, 1);

            assertThatThrownBy(() -> other.append(Guests.event("stay", 1, "ann")))
                    .isInstanceOf(PersonErased.class);
            assertThat(database.jdbc()
                            .sql("select count(*) from secret_part")
                            .query(Long.class)
                            .single())
                    .isEqualTo(1);
        }
    }

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
    void two_nodes_that_meet_a_new_person_take_the_same_key() throws Exception {
        try (var other = ledger(KeyWrappingFile.read(keyFile, false))) {
            var threads = new ArrayList<Thread>();
            for (var number = 0; number < 20; number++) {
                var stream = "stay-" + number;
                for (var node : List.of(ledger, other)) {
                    var own = stream + (node.equals(other) ? "-other" : "");
                    threads.add(
                            Thread.startVirtualThread(() -> node.engine().appendEvents(Guests.event(own, 0, stream))));
                }
            }
            for (var thread : threads) {
                thread.join();
            }
            ledger.settle();
            assertThat(ledger.log().after(0, 100))
                    .hasSize(40)
                    .allSatisfy(event -> assertThat(event.payload()).endsWith(" LEE\""));
        }
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "set sequence = 1 where sequence = 0 and part = 0",
                "set person = (select person from secret_part where part = 1) where part = 0",
                "set ciphertext = set_byte(ciphertext, 20, 255 - get_byte(ciphertext, 20)) where part = 0",
                "set salt = sha256(salt) where part = 0",
                "set key_commitment = sha256(salt) where part = 0"
            })
    void a_part_that_was_moved_or_changed_does_not_open_and_its_event_is_named(String change) {
        ledger.append(Guests.event("stay", 0, "ann", "ben"));
        ledger.append(Guests.event("other", 0, "eve"), Guests.event("other", 1, "dan"));
        database.jdbc().sql("alter table secret_part disable trigger user").update();
        var stream = change.contains("sequence") ? "other" : "stay";
        if (change.contains("sequence")) {
            database.jdbc().sql("delete from secret_part where sequence = 1").update();
        }
        assertThat(database.jdbc()
                        .sql("update secret_part " + change + " and stream_id = ?")
                        .param(LedgerIds.of(stream).id())
                        .update())
                .isEqualTo(1);

        assertThatThrownBy(() -> ledger.log().stream(stream))
                .isInstanceOf(Unopenable.class)
                .hasMessageContaining(LedgerIds.of(stream).id().toString())
                .hasMessageNotContaining("LEE");
        var contradictions = new LogCheck(database.jdbc()).contradictions(0);
        if (change.contains("person")) {
            // whose part it is only the key knows
            assertThat(contradictions).isEmpty();
        } else {
            assertThat(contradictions).first().isEqualTo(stream.equals("stay") ? 0L : 1L);
        }
    }

    @Test
    void a_part_that_does_not_open_does_not_keep_processors_from_all_other_events() {
        ledger.append(Guests.event("one", 0, "ann"), Guests.event("stay", 0, "ben"), Guests.event("two", 0, "eve"));
        database.jdbc().sql("alter table secret_part disable trigger user").update();
        database.jdbc()
                .sql("update secret_part set salt = sha256(salt) where stream_id = ?")
                .param(LedgerIds.of("stay").id())
                .update();

        try (var events = ledger.engine().readEvents((TrackingToken) null, false)) {
            var payloads = events.map(event -> event.getPayload().toString()).toList();
            assertThat(payloads).hasSize(3);
            assertThat(payloads.get(0)).isEqualTo("ann=ANN LEE");
            assertThat(payloads.get(1)).doesNotContain("LEE");
            assertThat(payloads.get(2)).isEqualTo("eve=EVE LEE");
        }
        assertThatThrownBy(() -> ledger.log().after(0, 3)).isInstanceOf(Unopenable.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update secret_part set ciphertext = ''",
                "update secret_part set salt = sha256('')",
                "update secret_part set ciphertext = null",
                "update secret_part set salt = null, ciphertext = null",
                "update secret_part set salt = null, ciphertext = null, commitment = sha256('')",
                "update secret_part set salt = null, ciphertext = null, person = gen_random_uuid()",
                "update secret_part set salt = null, ciphertext = null, sequence = 9",
                "delete from secret_part",
                "truncate secret_part",
                "delete from data_key",
                "truncate data_key",
                "update data_key set person = gen_random_uuid()",
                "update data_key set wrapped = null, key_version = null, erased_level = 2, erased_under = 2",
                "insert into data_key (person, erased_level, erased_under) values (gen_random_uuid(), 1, 2)"
            })
    void nothing_but_an_erasure_changes_secret_parts_and_keys(String change) {
        ledger.append(Guests.event("stay", 0, "ann"));

        assertThatThrownBy(() -> database.jdbc().sql(change).update())
                .rootCause()
                .hasMessageMatching(
                        "(?s).*(is append-only|keeps what was destroyed|violates check|no event of the log stands at"
                                + " 2).*");
        assertThat(payload(ledger, 1)).contains("ANN LEE");
    }

    @Test
    void a_destroyed_key_does_not_come_back() {
        ledger.append(Guests.event("stay", 0, "ann"));
        erase("ann", Level.CIPHERTEXT, 1);

        for (var change : List.of(
                "wrapped = '\\x00', key_version = '1', erased_level = null, erased_under = null",
                "erased_level = 1",
                "erased_under = 8")) {
            assertThatThrownBy(() ->
                            database.jdbc().sql("update data_key set " + change).update())
                    .rootCause()
                    .hasMessageContaining("keeps what was destroyed");
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
