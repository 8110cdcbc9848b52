package consular.ledger.postgres.sequencing;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.postgres.TestDatabase;
import consular.ledger.postgres.sequencing.Ordering.Batch;
import consular.ledger.postgres.sequencing.Ordering.Seen;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two leaders, one of whom does not know yet that the other has begun. */
class FencingTest {

    private final TestDatabase database = TestDatabase.create().migrate();
    private Connection first;
    private Connection second;

    @BeforeEach
    void connect() throws SQLException {
        first = database.dataSource().getConnection();
        second = database.dataSource().getConnection();
    }

    @AfterEach
    void disconnect() throws SQLException {
        first.close();
        second.close();
    }

    @Test
    void only_one_session_leads_until_it_ends() throws SQLException {
        assertThat(OrderingStatements.tryToLead(first)).isTrue();
        assertThat(OrderingStatements.tryToLead(second)).isFalse();
        first.close();
        while (!OrderingStatements.tryToLead(second)) {
            Thread.onSpinWait();
        }
    }

    @Test
    void a_leader_whose_time_is_over_can_write_nothing() throws SQLException {
        var old = OrderingStatements.begin(first);
        var step = old.ordering().step(new Seen(List.of(new Batch(1, 2), new Batch(3, 1)), 1));
        var now = OrderingStatements.begin(second);

        assertThat(now.epoch()).isEqualTo(old.epoch() + 1);
        assertThat(OrderingStatements.record(first, old.epoch(), old.ordering(), step))
                .isEmpty();
        assertThat(places()).isZero();
        assertThat(OrderingStatements.record(second, now.epoch(), now.ordering(), step))
                .isPresent();
        assertThat(places()).isEqualTo(2);
    }

    @Test
    void nobody_writes_from_anywhere_but_the_end() throws SQLException {
        var reign = OrderingStatements.begin(first);
        var step = reign.ordering().step(new Seen(List.of(new Batch(1, 2)), 1));
        assertThat(OrderingStatements.record(first, reign.epoch(), reign.ordering(), step))
                .isPresent();

        assertThat(OrderingStatements.record(first, reign.epoch(), reign.ordering(), step))
                .isEmpty();
        assertThat(places()).isEqualTo(1);
    }

    @Test
    void a_new_leader_goes_on_where_the_last_one_was() throws SQLException {
        var old = OrderingStatements.begin(first);
        var step = old.ordering().step(new Seen(List.of(new Batch(2, 2), new Batch(5, 1)), 1));
        var transaction = OrderingStatements.record(first, old.epoch(), old.ordering(), step)
                .getAsLong();
        var now = OrderingStatements.begin(second).ordering();

        assertThat(now.size()).isEqualTo(3);
        assertThat(now.highest()).isEqualTo(5);
        assertThat(now.open()).containsOnlyKeys(1L, 3L, 4L);
        assertThat(now.open().values()).allMatch(recordedBy -> recordedBy > transaction);
    }

    private long places() {
        return database.jdbc()
                .sql("select count(*) from log_batch")
                .query(Long.class)
                .single();
    }
}
