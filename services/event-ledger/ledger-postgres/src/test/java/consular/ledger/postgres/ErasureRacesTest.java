package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.ledger.postgres.secrets.Erasures;
import consular.ledger.postgres.secrets.Erasures.Level;
import consular.ledger.postgres.secrets.KeyWrappingFile;
import consular.ledger.postgres.secrets.PersonErased;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody is erased at the very moment at which something about the person is being stored. */
@Timeout(60)
class ErasureRacesTest {

    private static final Duration A_WHILE = Duration.ofMillis(700);

    private final TestDatabase database = TestDatabase.create().migrate();

    @TempDir
    private Path folder;

    private TestLedger ledger;

    @BeforeEach
    void begin() {
        ledger = new TestLedger(database, new AsIs(), new Guests(), KeyWrappingFile.read(folder.resolve("kek"), true));
        ledger.append(Guests.event("stay", 0, "ann", "ben"));
        // Appends stop in the middle of their statement, after they have seen that the key is there, until the gate
        // opens.
        database.jdbc().sql("""
            create function wait_at_the_gate() returns trigger language plpgsql as $$
            begin
                perform pg_advisory_xact_lock_shared(77);
                return new;
            end
            $$
            """).update();
        database.jdbc().sql("""
            create trigger gate before insert on secret_part for each row execute function wait_at_the_gate()
            """).update();
    }

    @AfterEach
    void end() {
        ledger.close();
    }

    private void erase(Level level) {
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(ledger.dataSource()));
        new Erasures(ledger.jdbc(), transaction, ledger.vault()).erase(Guests.person("ann"), level, 1);
    }

    @Test
    void what_was_being_stored_when_the_key_was_destroyed_is_unreadable() throws Exception {
        try (var gate = closedGate()) {
            var append = startAppend();
            erase(Level.KEY);
            gate.rollback();
            append.join();
        }
        assertErased();
        assertThat(ciphertexts())
                .as("the key is gone, and what it sealed stays")
                .isEqualTo(2);
        assertThat(database.jdbc()
                        .sql("select wrapped is null from data_key where person = ?")
                        .param(Guests.person("ann"))
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void what_was_being_stored_when_the_content_was_destroyed_goes_with_it() throws Exception {
        try (var gate = closedGate()) {
            var append = startAppend();
            var erasure = CompletableFuture.runAsync(() -> erase(Level.CIPHERTEXT));
            Thread.sleep(A_WHILE);
            assertThat(erasure).as("it waits for the append").isNotDone();
            gate.rollback();
            append.join();
            erasure.join();
        }
        assertErased();
        assertThat(ciphertexts()).isZero();
        new LogCheck(database.jdbc()).assertSound();
    }

    /** Between its look at the key and its first part: the function that appends has not written any of them yet. */
    @Test
    void what_has_only_seen_the_key_when_the_content_is_destroyed_goes_with_it() throws Exception {
        database.jdbc().sql("""
            create trigger gate before insert on event for each row execute function wait_at_the_gate()
            """).update();
        what_was_being_stored_when_the_content_was_destroyed_goes_with_it();
    }

    @Test
    void what_begins_to_be_stored_when_the_key_is_gone_is_refused_and_waited_for_by_nobody() throws Exception {
        erase(Level.CIPHERTEXT);
        assertThatThrownBy(() -> ledger.append(Guests.event("stay", 1, "ann"))).isInstanceOf(PersonErased.class);
        ledger.append(Guests.event("stay", 1, "ben"));
        assertThat(payload(2)).isEqualTo("\"ben=BEN LEE\"");
    }

    private void assertErased() {
        ledger.settle();
        assertThat(payload(1)).isEqualTo("\"ann=erased under 1|ben=BEN LEE\"");
        assertThat(payload(2)).isEqualTo("\"ann=erased under 1\"");
    }

    private String payload(int position) {
        return ledger.log().after(position - 1, 1).getFirst().payload();
    }

    private long ciphertexts() {
        return database.jdbc()
                .sql("select count(ciphertext) from secret_part where person = ?")
                .param(Guests.person("ann"))
                .query(Long.class)
                .single();
    }

    private Connection closedGate() throws SQLException {
        var gate = database.dataSource().getConnection();
        gate.setAutoCommit(false);
        try (var statement = gate.createStatement()) {
            statement.execute("select pg_advisory_xact_lock(77)");
        }
        return gate;
    }

    private CompletableFuture<Void> startAppend() throws Exception {
        var append = CompletableFuture.runAsync(() -> ledger.engine().appendEvents(Guests.event("stay", 1, "ann")));
        Eventually.await(
                "it stands at the gate",
                () -> database.jdbc()
                        .sql("select count(*) > 0 from pg_locks where locktype = 'advisory' and objid = 77 and not"
                                + " granted")
                        .query(Boolean.class)
                        .single());
        return append;
    }

    /** Gives events their places, and nothing else. */
    private static final class AsIs implements consular.ledger.postgres.sequencing.Sequencer.Follower {

        @Override
        public void begin() {}

        @Override
        public void follow(long size) {}

        @Override
        public void end() {}
    }
}
