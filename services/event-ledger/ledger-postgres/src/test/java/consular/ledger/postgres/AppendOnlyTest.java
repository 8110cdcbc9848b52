package consular.ledger.postgres;

import static consular.ledger.postgres.TestLedger.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppendOnlyTest {

    private final TestDatabase database = TestDatabase.create().migrate();
    private final TestLedger ledger = new TestLedger(database);

    @AfterEach
    void end() {
        ledger.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update event set clear = '{}'",
                "delete from event",
                "truncate event",
                "merge into event using (values (1)) v (i) on batch = v.i when matched then delete",
                "update log_batch set first_index = 7",
                "delete from log_batch",
                "truncate log_batch",
                "update taken_value set value = ''",
                "delete from taken_value",
                "truncate taken_value"
            })
    void the_log_refuses_to_be_changed(String change) {
        ledger.append(event("case", 0));

        assertThatThrownBy(() -> database.jdbc().sql(change).update())
                .rootCause()
                .hasMessageContaining("is append-only");
        assertThat(payload()).isEqualTo("\"case, step 0\"");
    }

    @Test
    void the_refusal_says_what_and_why_even_to_a_session_that_skips_triggers() throws SQLException {
        ledger.append(event("case", 0));

        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            assertThatThrownBy(() -> statement.executeUpdate("delete from event"))
                    .hasMessageContaining("event is append-only: DELETE refused")
                    .hasMessageContaining("new event");
        }
        assertThat(payload()).isNotEmpty();
    }

    private String payload() {
        return ledger.log().after(0, 10).getFirst().payload();
    }
}
