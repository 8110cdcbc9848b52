package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import consular.ledger.postgres.sequencing.HeadListener;
import consular.ledger.postgres.sequencing.LogHead;
import consular.ledger.postgres.sequencing.Sequencer;
import java.time.Instant;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.postgresql.ds.PGSimpleDataSource;

@Timeout(60)
class HeadListenerTest {

    private static final String LISTENER = "the listener of a node";

    private final TestDatabase database = TestDatabase.create().migrate();

    /** It gives the places, so it would only hear of itself; until it leads no more. */
    @Test
    void the_node_that_leads_does_not_listen() throws Exception {
        var head = new LogHead();
        var named = new PGSimpleDataSource();
        named.setUrl(database.url());
        named.setApplicationName(LISTENER);
        var listener = new HeadListener(named, head);
        var sequencer = new Sequencer(database.dataSource(), head, TestLedger.UNSIGNED);
        listener.start();
        try {
            Eventually.await("it listens", this::isWokenByNews);
            sequencer.start();
            Eventually.await("it does not", () -> sequencer.isLeading() && !isWokenByNews());
            sequencer.stop();
            Eventually.await("it listens again", this::isWokenByNews);
        } finally {
            sequencer.stop();
            listener.stop();
        }
    }

    /** The database has ended its session and another leads, but its own thread stands still and cannot know. */
    @Test
    void a_node_that_leads_no_more_and_has_not_found_out_hears_of_it_all_the_same() throws Exception {
        try (var frozen = new Node(database.dataSource(), TestLedger.UNSIGNED)) {
            Eventually.await("it leads", frozen::isLeading);
            frozen.freeze();
            try (var ledger = new TestLedger(database)) {
                ledger.append(TestLedger.event("one", 0));

                Eventually.await("it has heard", () -> frozen.head().size() == 1);
                assertThat(frozen.isLeading()).as("it believes that it leads").isTrue();
            }
        }
    }

    @Test
    void a_session_that_listens_goes_back_to_nobody() throws Exception {
        try (var pool = new HikariDataSource()) {
            pool.setDataSource(database.dataSource());
            pool.setMaximumPoolSize(1);
            pool.setConnectionTimeout(30_000);
            var listener = new HeadListener(pool, new LogHead());
            listener.start();
            Eventually.await("it listens", () -> sessionsThatAskHowFar() == 1);
            var asked = "alter table log_batch rename %s";
            database.jdbc().sql(asked.formatted("column length to away")).update();
            // free again only when it has failed
            try (var connection = pool.getConnection();
                    var statement = connection.createStatement();
                    var row = statement.executeQuery("select count(*) from pg_listening_channels()")) {
                row.next();
                assertThat(row.getInt(1)).isZero();
                assertThat(connection.getNetworkTimeout()).isZero();
            } finally {
                database.jdbc().sql(asked.formatted("column away to length")).update();
            }
            Eventually.await("it listens again", () -> sessionsThatAskHowFar() == 1);
            listener.stop();
        }
    }

    private long sessionsThatAskHowFar() {
        return database.jdbc().sql("""
            select count(*) from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and query = ?
            """).param(EventLog.HEAD).query(Long.class).single();
    }

    /** Whoever is not asks twice a second, so once in this time at the most. */
    private boolean isWokenByNews() throws InterruptedException {
        var moments = new HashSet<Instant>();
        for (var news = 0; news < 8; news++) {
            database.jdbc()
                    .sql("select count(pg_notify('ledger_head', ?))")
                    .param(String.valueOf(news))
                    .query(Long.class)
                    .single();
            Thread.sleep(40);
            moments.addAll(database.jdbc()
                    .sql("select state_change from pg_stat_activity where application_name = ? and state = 'idle'")
                    .param(LISTENER)
                    .query((row, _) -> row.getTimestamp(1).toInstant())
                    .list());
        }
        return moments.size() > 4;
    }

    @Test
    void a_number_that_anybody_may_send_is_not_believed() throws Exception {
        var head = new LogHead();
        var listener = new HeadListener(database.dataSource(), head);
        listener.start();
        try (var ledger = new TestLedger(database)) {
            ledger.append(TestLedger.event("one", 0));
            Eventually.await("it has heard", () -> head.size() == 1);
            for (var news : new String[] {"9000000000", "no number", ""}) {
                database.jdbc()
                        .sql("select count(pg_notify('ledger_head', ?))")
                        .param(news)
                        .query(Long.class)
                        .single();
            }
            ledger.append(TestLedger.event("one", 1));
            Eventually.await("it hears on", () -> head.size() >= 2);

            assertThat(head.size()).isEqualTo(2);
        } finally {
            listener.stop();
        }
    }
}
