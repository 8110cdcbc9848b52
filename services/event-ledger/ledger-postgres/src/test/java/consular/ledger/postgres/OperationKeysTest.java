package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.postgres.KeyedCommand.Rejected;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class OperationKeysTest {
    private static final String ANSWER = "{\"cases\": 3}";

    private final TestDatabase database = TestDatabase.create().migrate();
    private final JdbcTransactionManager transactions = new JdbcTransactionManager(database.dataSource());
    private final JdbcClient jdbc = JdbcClient.create(database.dataSource());
    private final OperationKeys keys = new OperationKeys(jdbc, transactions);
    private final CommandKeys commands = new CommandKeys(jdbc, transactions);

    @Test
    void a_reserved_key_belongs_to_its_request_and_has_no_answer_yet() {
        assertThat(keys.reserve("root", "k", "00ff")).isEqualTo(new OperationKeys.Kept("00ff", null));
        assertThat(keys.reserve("root", "k", "00ff").answer()).isNull();
        assertThat(keys.reserve("root", "k", "aaaa").requestHash()).isEqualTo("00ff");
    }

    @Test
    void a_completed_key_answers_with_what_came_first() {
        keys.reserve("root", "k", "00ff");
        assertThat(keys.complete("root", "k", "00ff", 200, ANSWER).answer()).isEqualTo(ANSWER);
        assertThat(keys.complete("root", "k", "00ff", 200, "{}").answer()).isEqualTo(ANSWER);
        assertThat(keys.reserve("root", "k", "00ff").answer()).isEqualTo(ANSWER);
        assertThat(keys.reserve("another", "k", "00ff").answer()).isNull();
    }

    @Test
    void another_request_cannot_complete_a_key() {
        keys.reserve("root", "k", "00ff");
        assertThat(keys.complete("root", "k", "aaaa", 200, ANSWER)).isEqualTo(new OperationKeys.Kept("00ff", null));
    }

    @Test
    void a_key_forgotten_while_the_operation_ran_is_kept_all_the_same() {
        keys.reserve("root", "k", "00ff");
        commands.forgetBefore(Instant.now().plusSeconds(60));
        assertThat(keys.complete("root", "k", "00ff", 200, ANSWER).answer()).isEqualTo(ANSWER);
    }

    @Test
    void operations_and_commands_share_their_keys() {
        commands.remember("root", "k", new Rejected("00ff", null, 422, "{}"));
        assertThat(keys.reserve("root", "k", "aaaa").requestHash()).isEqualTo("00ff");
    }

    @Test
    void a_transaction_that_comes_to_nothing_takes_no_reservation_back() {
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            keys.reserve("root", "k", "00ff");
            status.setRollbackOnly();
        });
        assertThat(keys.reserve("root", "k", "aaaa").requestHash()).isEqualTo("00ff");
    }
}
