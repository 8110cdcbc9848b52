package consular.ledger.postgres;

import static consular.ledger.postgres.TestEngines.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AppendOnlyTest {

    private final TestDatabase database = TestDatabase.create().migrate();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update event_log set payload = '{}'",
                "delete from event_log",
                "truncate event_log",
                "merge into event_log using (values (1)) v (i) on global_index = v.i when matched then delete"
            })
    void the_log_refuses_to_be_changed(String change) {
        TestEngines.engine(database.dataSource()).appendEvents(event("case", 0));

        assertThatThrownBy(() -> database.jdbc().sql(change).update())
                .rootCause()
                .hasMessageContaining("event_log is append-only");
        assertThat(payload()).isEqualTo("\"case, step 0\"");
    }

    @Test
    void the_refusal_says_what_and_why_even_to_a_session_that_skips_triggers() throws SQLException {
        TestEngines.engine(database.dataSource()).appendEvents(event("case", 0));

        try (var connection = database.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            assertThatThrownBy(() -> statement.executeUpdate("delete from event_log"))
                    .hasMessageContaining("event_log is append-only: DELETE refused")
                    .hasMessageContaining("new event");
        }
        assertThat(payload()).isNotEmpty();
    }

    private String payload() {
        return database.jdbc()
                .sql("select payload from event_log")
                .query(String.class)
                .single();
    }
}
