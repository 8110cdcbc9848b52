package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two nodes on one database. */
@Timeout(120)
class SequencerTest {

    /**
     * What a takeover may take: from before the session of the leader is ended, or its thread stands still, until an event that was stored
     * after that has its place by another epoch. Of five the third; a busy machine may hold up any one of them.
     */
    private static final Duration BAR = Duration.ofSeconds(2);

    private static final Duration WORST = Duration.ofSeconds(6);
    private static final int TAKEOVERS = 5;

    private final TestDatabase database = TestDatabase.create().migrate();
    private final JdbcClient jdbc = database.jdbc();
    private final Node one = new Node(database.dataSource(), TestLedger.SLEEPING);
    private final Node other = new Node(database.dataSource(), TestLedger.SLEEPING);
    private long stored;

    @BeforeEach
    void one_of_them_leads() throws Exception {
        Eventually.await("one leads", () -> one.isLeading() || other.isLeading());
    }

    @AfterEach
    void end() {
        new LogCheck(jdbc).assertSound();
        one.close();
        other.close();
    }

    @Test
    void one_leads_and_both_know_how_far_the_log_reaches() throws Exception {
        for (var number = 0; number < 20; number++) {
            append();
            awaitPlaces();
            Eventually.await("one leads, and one only", () -> one.isLeading() != other.isLeading());
        }
        // where the leader stood still for a second another one took over, which is right
        assertThat(epoch()).as("a reign lasts for many events").isLessThan(10);
    }

    @Test
    void when_the_session_of_the_leader_ends_there_is_another_leader_at_once() throws Exception {
        for (var time = 0; time < 3; time++) {
            append();
            awaitPlaces();
            var epoch = epoch();
            assertThat(endSessionOfLeader()).isEqualTo(1);
            Eventually.await("another reign", () -> epoch() > epoch);
            append();
            awaitPlaces();
        }
    }

    @Test
    void when_the_leader_stands_still_another_leads_and_the_old_one_writes_nothing_more() throws Exception {
        append();
        awaitPlaces();
        var leader = one.isLeading() ? one : other;
        var candidate = leader == one ? other : one;
        leader.freeze();
        append();

        Eventually.await("the other leads", candidate::isLeading);
        append();
        awaitPlaces(candidate);
        var epoch = epoch();
        leader.thaw();
        for (var number = 0; number < 20; number++) {
            append();
            awaitPlaces();
        }
        Eventually.await("it knows that it does not lead", () -> !leader.isLeading());

        assertThat(epoch()).isEqualTo(epoch);
        assertThat(candidate.isLeading()).isTrue();
    }

    @Test
    void when_the_session_of_the_leader_ends_the_log_goes_on_within_the_bar(TestReporter reporter) throws Exception {
        assertWithinTheBar(reporter, "session ended", () -> {
            assertThat(endSessionOfLeader()).isEqualTo(1);
            return () -> {};
        });
    }

    @Test
    void when_the_leader_stands_still_the_log_goes_on_within_the_bar(TestReporter reporter) throws Exception {
        assertWithinTheBar(reporter, "leader frozen", () -> {
            var leader = one.isLeading() ? one : other;
            leader.freeze();
            return () -> {
                leader.thaw();
                Eventually.await("it knows that it does not lead", () -> !leader.isLeading());
            };
        });
    }

    /** The loss of a leader, and what is done when another has taken over. */
    private void assertWithinTheBar(TestReporter reporter, String what, Callable<Afterwards> loss) throws Exception {
        var took = new ArrayList<Duration>();
        for (var takeover = 0; takeover < TAKEOVERS; takeover++) {
            append();
            awaitPlaces();
            Eventually.await("one leads, and one only", () -> one.isLeading() != other.isLeading());
            var epoch = epoch();
            var begin = System.nanoTime();
            var afterwards = loss.call();
            append();
            Eventually.await("the log goes on", () -> epoch() > epoch && placed() == stored);
            took.add(Duration.ofNanos(System.nanoTime() - begin));
            afterwards.run();
        }
        took.sort(null);
        reporter.publishEntry(what, took.toString());
        assertThat(took.get(TAKEOVERS / 2)).as("of %s", took).isLessThan(BAR);
        assertThat(took.getLast()).as("of %s", took).isLessThan(WORST);
    }

    private interface Afterwards {
        void run() throws Exception;
    }

    private long placed() {
        return jdbc.sql(EventLog.HEAD).query(Long.class).single();
    }

    @Test
    void a_leader_that_stops_gives_the_lead_away() throws Exception {
        append();
        awaitPlaces();
        var leader = one.isLeading() ? one : other;
        var candidate = leader == one ? other : one;
        leader.close();

        Eventually.await("the other leads", candidate::isLeading);
        append();
        awaitPlaces(candidate);
    }

    @Test
    void a_long_transaction_of_somebody_else_holds_nothing_up() throws Exception {
        var elsewhere = TestDatabase.create().migrate();
        try (var sameDatabase = new OpenWriter(database.dataSource());
                var otherDatabase = new OpenWriter(elsewhere.dataSource())) {
            for (var number = 0; number < 30; number++) {
                if (number % 3 == 0) {
                    // a number that never comes
                    new OpenWriter(database.dataSource()).close();
                }
                append();
                awaitPlaces();
            }
            assertThat(passedOver()).contains(sameDatabase.batch()).hasSizeGreaterThan(10);
            endSessionOfLeader();
            append();
            awaitPlaces();
            assertThat(otherDatabase.batch()).isPositive();
        }
        Eventually.await("what never came is given up", () -> {
            append();
            awaitPlaces();
            return passedOver().isEmpty();
        });
    }

    @Test
    void whoever_was_passed_over_gets_its_place_when_it_comes() throws Exception {
        try (var slow = new OpenWriter(database.dataSource())) {
            slow.insert(new TestStream().peek(2));
            for (var number = 0; number < 5; number++) {
                append();
                awaitPlaces();
            }
            slow.commit();
            stored += 2;
            awaitPlaces();
        }
        assertThat(jdbc.sql("select first_index from log_batch where batch = 1")
                        .query(Long.class)
                        .single())
                .isEqualTo(5);
    }

    @Test
    void a_node_hears_of_the_log_from_the_leader() throws Exception {
        var waits = new ArrayList<Long>();
        for (var number = 0; number < 15; number++) {
            var begin = System.nanoTime();
            append();
            awaitPlaces();
            waits.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin));
        }
        waits.sort(null);

        assertThat(waits.get(waits.size() / 2))
                .as("half of the time between two questions would be 250 ms")
                .isLessThan(150);
    }

    @Test
    void a_node_that_has_missed_the_news_asks() throws Exception {
        for (var time = 0; time < 3; time++) {
            jdbc.sql("""
                select pg_terminate_backend(pid)
                from pg_stat_activity
                where datname = current_database() and (query like 'listen%' or query like 'select coalesce((select first_index%')
                """).query(Boolean.class).list();
            append();
            awaitPlaces();
        }
    }

    private void append() throws SQLException {
        try (var writer = new OpenWriter(database.dataSource())) {
            writer.insert(new TestStream().peek(1)).commit();
            stored++;
        }
    }

    private void awaitPlaces() throws InterruptedException {
        awaitPlaces(one);
        awaitPlaces(other);
    }

    private void awaitPlaces(Node node) throws InterruptedException {
        assertThat(node.head().awaitMoreThan(stored - 1, 20, TimeUnit.SECONDS)).isTrue();
    }

    private long endSessionOfLeader() {
        return jdbc.sql("""
            select count(pg_terminate_backend(pid))
            from pg_locks
            where locktype = 'advisory' and granted
                and database = (select oid from pg_database where datname = current_database())
            """).query(Long.class).single();
    }

    private long epoch() {
        return jdbc.sql("select epoch from log_head").query(Long.class).single();
    }

    private List<Long> passedOver() {
        return jdbc.sql("select unnest(passed_over) from (select * from log_batch order by first_index desc limit 1)"
                        + " as last")
                .query(Long.class)
                .list();
    }
}
