package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.ledger.postgres.secrets.Erasures;
import consular.ledger.postgres.secrets.Erasures.Level;
import consular.ledger.postgres.secrets.KeyWrappingFile;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An erasure that is given again, and one that an append holds up of which no session is left. */
@Timeout(60)
class RepeatedErasureTest {

    private EmbeddedPostgres server;
    private TestDatabase database;
    private TestLedger ledger;

    @BeforeEach
    void begin(@TempDir Path folder) throws IOException {
        server = EmbeddedPostgres.builder()
                .setPort(0)
                .setServerConfig("fsync", "off")
                .setServerConfig("max_prepared_transactions", "2")
                .start();
        database = TestDatabase.at(server.getJdbcUrl("postgres", "postgres")).migrate();
        ledger = new TestLedger(
                database, TestLedger.SLEEPING, new Guests(), KeyWrappingFile.read(folder.resolve("kek"), true));
        ledger.engine().appendEvents(Guests.event("stay", 0, "ann", "ben"));
        // as if somebody had given places to it and to what orders the erasures
        database.jdbc()
                .sql("insert into log_batch (first_index, batch, length) values (0, 1, 20)")
                .update();
    }

    @AfterEach
    void end() throws IOException {
        ledger.close();
        server.close();
    }

    private void erase(Level level, long position) {
        var transaction = new TransactionTemplate(new DataSourceTransactionManager(ledger.dataSource()));
        new Erasures(ledger.jdbc(), transaction, ledger.vault()).erase(Guests.person("ann"), level, position);
    }

    @Test
    void only_the_first_makes_nodes_forget_what_they_remember() {
        var forgotten = new AtomicInteger();
        ledger.vault().look();
        ledger.vault().onErasure(forgotten::incrementAndGet);
        for (var level : new Level[] {Level.KEY, Level.KEY, Level.CIPHERTEXT, Level.CIPHERTEXT, Level.KEY}) {
            erase(level, 7);
        }
        assertThat(forgotten).hasValue(1);
        assertThat(number("select number from erasure_count")).isEqualTo(1);
        assertThat(number("select erased_level from data_key where erased_level is not null"))
                .isEqualTo(2);
        assertThat(number("select count(ciphertext) from secret_part")).isEqualTo(1);
    }

    @Test
    void readers_are_told_the_first_position_and_the_highest_level_stays() {
        erase(Level.KEY, 7);
        erase(Level.CIPHERTEXT, 9);
        erase(Level.KEY, 11);
        assertThat(number("select erased_under from data_key where erased_under is not null"))
                .isEqualTo(7);
        assertThat(number("select erased_level from data_key where erased_level is not null"))
                .isEqualTo(2);
    }

    @Test
    void an_append_that_is_prepared_and_not_committed_is_waited_for() throws Exception {
        prepare("""
            insert into secret_part (stream_id, sequence, part, person, ciphertext, salt, key_commitment, commitment)
            select stream_id, 1, part, person, ciphertext, salt, key_commitment, commitment
            from secret_part
            """);
        var erasure = CompletableFuture.runAsync(() -> erase(Level.CIPHERTEXT, 7));
        Eventually.await("the key is gone", () -> number("select count(erased_under) from data_key") == 1);
        assertThatThrownBy(() -> erasure.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);

        database.jdbc().sql("commit prepared 'append'").update();

        erasure.get(20, TimeUnit.SECONDS);
        assertThat(number("select count(*) from secret_part")).isEqualTo(4);
        assertThat(number("select count(ciphertext) from secret_part"))
                .as("of the other")
                .isEqualTo(2);
    }

    @Test
    void an_erasure_that_was_interrupted_while_it_waited_is_done_again_and_counted_once() throws Exception {
        prepare("lock table secret_part in row exclusive mode");
        var failure = new CompletableFuture<Void>();
        var erasing = Thread.ofPlatform().start(() -> {
            try {
                erase(Level.CIPHERTEXT, 7);
                failure.complete(null);
            } catch (DataAccessException interrupted) {
                failure.completeExceptionally(interrupted);
            }
        });
        Eventually.await("the key is gone", () -> number("select count(erased_under) from data_key") == 1);
        erasing.interrupt();
        assertThatThrownBy(() -> failure.get(20, TimeUnit.SECONDS)).hasCauseInstanceOf(DataAccessException.class);
        assertThat(number("select count(ciphertext) from secret_part")).isEqualTo(2);
        database.jdbc().sql("rollback prepared 'append'").update();
        erase(Level.CIPHERTEXT, 7);
        assertThat(number("select number from erasure_count")).isEqualTo(1);
        assertThat(number("select count(ciphertext) from secret_part")).isEqualTo(1);
    }

    private void prepare(String sql) throws SQLException {
        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute(sql);
            statement.execute("prepare transaction 'append'");
        }
    }

    private long number(String sql) {
        return database.jdbc().sql(sql).query(Long.class).single();
    }
}
