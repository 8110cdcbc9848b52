package consular.ledger.postgres.sequencing;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.postgres.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The four ways in which another event store on PostgreSQL lost events for good, each as a history: its reader took a number that
 * a transaction had drawn and not yet committed for one that would never come. See the pull request 4977 of JasperFx/marten.
 */
class KnownLossesTest {

    private static final int MANY = 1000;

    private final TestDatabase database = TestDatabase.create().migrate();
    private Connection leader;
    private long epoch;
    private Ordering ordering;

    @BeforeEach
    void lead() throws SQLException {
        leader = database.dataSource().getConnection();
        takeOver();
    }

    @AfterEach
    void end() throws SQLException {
        leader.close();
    }

    /** There, the gaps were looked for in one statement and the end of the log in the next, each with a view of its own. */
    @Test
    void a_commit_between_the_look_and_what_follows_from_it_loses_nothing() throws SQLException {
        try (var first = new Writer();
                var second = new Writer();
                var third = new Writer()) {
            third.commit();
            var step = ordering.step(OrderingStatements.look(leader, ordering, MANY));
            first.commit();
            record(step);
            assertThat(places()).containsExactly(3L);

            second.commit();
            look();
            assertThat(places()).containsExactly(3L, 1L, 2L);
        }
    }

    /** There, whoever built a read model anew went straight on to the last number that was drawn. */
    @Test
    void whoever_begins_anew_while_an_append_is_open_passes_over_nothing() throws SQLException {
        try (var slow = new Writer();
                var quick = new Writer()) {
            quick.commit();
            look();
            takeOver();
            look();
            takeOver();
            assertThat(places()).containsExactly(2L);

            slow.commit();
            look();
            assertThat(places()).containsExactly(2L, 1L);
        }
    }

    /** There, a log that had been quiet for long took the numbers of the first rush for stale at once. */
    @Test
    void a_rush_of_numbers_after_a_long_quiet_is_waited_for() throws SQLException {
        for (var quiet = 0; quiet < 100; quiet++) {
            look();
        }
        try (var slow = new Writer();
                var rush = new Writer()) {
            for (var number = 0; number < 5_000; number++) {
                rush.draw();
            }
            try (var last = new Writer()) {
                last.commit();
            }
            for (var time = 0; time < 100; time++) {
                look();
            }
            assertThat(ordering.open()).hasSize(5_002);
            slow.commit();
            rush.rollBack();
        }
        look();
        assertThat(places()).containsExactly(5_003L, 1L);
        assertThat(ordering.open()).as("those of the rush never came").isEmpty();
    }

    /** There, a number counted as dead when its transaction took longer than some time. */
    @Test
    void a_slow_transaction_is_waited_for_however_much_happens_meanwhile() throws SQLException {
        try (var slow = new Writer()) {
            for (var number = 0; number < 200; number++) {
                try (var quick = new Writer()) {
                    if (number % 5 == 0) {
                        quick.rollBack();
                    } else {
                        quick.commit();
                    }
                }
                look();
            }
            assertThat(places()).hasSize(160);
            assertThat(ordering.open()).containsKey(1L);

            slow.commit();
        }
        look();
        assertThat(places()).hasSize(161).endsWith(1L);
        assertThat(ordering.open()).isEmpty();
    }

    private void takeOver() throws SQLException {
        var reign = OrderingStatements.begin(leader);
        epoch = reign.epoch();
        ordering = reign.ordering();
    }

    private void look() throws SQLException {
        record(ordering.step(OrderingStatements.look(leader, ordering, MANY)));
    }

    private void record(Ordering.Step step) throws SQLException {
        if (step.placed().isEmpty()) {
            ordering = step.next();
        } else {
            var transaction = OrderingStatements.record(leader, epoch, ordering, step);
            ordering = step.next().recordedBy(transaction.getAsLong());
        }
    }

    private List<Long> places() {
        return database.jdbc()
                .sql("select batch from log_batch order by first_index")
                .query(Long.class)
                .list();
    }

    /** An append in an open transaction. */
    private final class Writer implements AutoCloseable {

        private final Connection connection;

        Writer() throws SQLException {
            connection = database.dataSource().getConnection();
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.executeUpdate("""
                    insert into event (batch, place, stream_id, sequence, event_id, slice, type, effective_at, recorded_at,
                                       actor, clear, chain, leaf)
                    select next_event_batch(), 0, gen_random_uuid(), 0, gen_random_uuid(), 0, 'type', now(), now(), 'actor',
                           'clear', sha256('chain'), sha256('leaf')
                    """);
            }
        }

        /** Without a row. */
        void draw() throws SQLException {
            try (var statement = connection.createStatement()) {
                statement.execute("select next_event_batch()");
            }
        }

        void commit() throws SQLException {
            connection.commit();
        }

        void rollBack() throws SQLException {
            connection.rollback();
        }

        @Override
        public void close() throws SQLException {
            connection.rollback();
            connection.close();
        }
    }
}
