package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.ledger.postgres.secrets.Erasures.Level;
import consular.ledger.postgres.secrets.KeyWrappingFile;
import consular.ledger.postgres.secrets.PersonErased;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is about persons is read by whoever may, and by nobody once it was erased. */
class SecretsTest extends SecretsTestBase {
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
}
