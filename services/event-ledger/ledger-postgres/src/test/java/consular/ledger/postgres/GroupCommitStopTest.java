package consular.ledger.postgres;

import static consular.ledger.postgres.Outcomes.outcome;
import static consular.ledger.postgres.Outcomes.submit;
import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.postgres.append.Append;
import consular.ledger.postgres.append.AppendFailure;
import consular.ledger.postgres.append.AppendFailure.NotSent;
import consular.ledger.postgres.append.GroupCommit;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Committers that come and go, and appends that wait for them. */
@Timeout(60)
class GroupCommitStopTest {

    private final TestDatabase database = TestDatabase.create().migrate();
    private final TestLedger ledger = new TestLedger(database);

    @AfterEach
    void end() {
        ledger.settle();
        new LogCheck(database.jdbc()).assertSound();
        ledger.close();
    }

    @Test
    void whoever_finds_no_room_is_told_at_once_that_nothing_was_sent() throws Exception {
        var idle = new GroupCommit(ledger.dataSource(), 2, Duration.ofMinutes(1), () -> {});
        var first = submit(idle, new TestStream().append(1));
        var second = submit(idle, new TestStream().append(1));
        Eventually.await("two wait", () -> idle.waiting() == 2);
        var third = submit(idle, new TestStream().append(1));

        assertThat(third.get(20, TimeUnit.SECONDS)).get().isInstanceOf(NotSent.class);
        assertThat(idle.waiting()).isEqualTo(2);
        idle.start();
        idle.stop();
        assertThat(first.get(20, TimeUnit.SECONDS)).isEmpty();
        assertThat(second.get(20, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void whoever_waits_too_long_is_told_that_nothing_was_sent() throws Exception {
        var idle = new GroupCommit(ledger.dataSource(), 2, Duration.ofMillis(200), () -> {});

        assertThat(submit(idle, new TestStream().append(1)).get(20, TimeUnit.SECONDS))
                .get()
                .isInstanceOf(NotSent.class);
        assertThat(idle.waiting()).isZero();
    }

    @Test
    void whoever_is_interrupted_while_it_waits_has_sent_nothing() throws Exception {
        var idle = new GroupCommit(ledger.dataSource(), 2, Duration.ofSeconds(20), () -> {});
        var outcome = new CompletableFuture<Optional<AppendFailure>>();
        var caller = Thread.startVirtualThread(() -> outcome.complete(outcome(idle, new TestStream().append(1))));
        Eventually.await("it waits", () -> idle.waiting() == 1);
        caller.interrupt();

        assertThat(outcome.get(20, TimeUnit.SECONDS)).get().isInstanceOf(NotSent.class);
        assertThat(idle.waiting()).isZero();
    }

    @Test
    void stopping_writes_what_waits_and_lets_nothing_in() throws Exception {
        var commits = new GroupCommit(ledger.dataSource(), 1000, Duration.ofSeconds(20), () -> {});
        var same = new TestStream();
        var outcomes = new ArrayList<CompletableFuture<Optional<AppendFailure>>>();
        for (var number = 0; number < 20; number++) {
            outcomes.add(submit(commits, new TestStream().append(1)));
            var events = same.peek(1);
            same.stored(events);
            outcomes.add(submit(commits, new Append(events, null, List.of())));
            var waiting = outcomes.size();
            Eventually.await("all wait", () -> commits.waiting() == waiting);
        }
        commits.start();
        commits.stop();

        for (var outcome : outcomes) {
            assertThat(outcome.get(20, TimeUnit.SECONDS)).isEmpty();
        }
        assertThat(submit(commits, new TestStream().append(1)).get(20, TimeUnit.SECONDS))
                .get()
                .isInstanceOf(NotSent.class);
    }

    @Test
    void what_was_stopped_can_be_started_again() {
        var commits = new GroupCommit(ledger.dataSource(), 1000, Duration.ofSeconds(20), () -> {});
        for (var time = 0; time < 3; time++) {
            commits.start();
            assertThat(outcome(commits, new TestStream().append(1))).isEmpty();
            commits.stop();
            assertThat(outcome(commits, new TestStream().append(1))).get().isInstanceOf(NotSent.class);
        }
    }

    /** One that is held up in the database when it is to stop neither stays as a third beside the two that come after, nor is forgotten. */
    @Test
    void a_committer_that_is_not_done_when_it_is_to_stop_ends_with_its_batch() throws Exception {
        var before = committers();
        var commits = new GroupCommit(ledger.dataSource(), 1000, Duration.ofSeconds(20), () -> {});
        try (var held = new HeldUp(commits)) {
            cutShort(commits);
            commits.start();
            assertThat(outcome(commits, new TestStream().append(1))).isEmpty();
            held.letGo();
        }
        Eventually.await("two are left", () -> committers() == before + 2);
        commits.stop();
        assertThat(committers()).isEqualTo(before);
    }

    @Test
    void whoever_stops_again_waits_for_the_one_that_was_not_done() throws Exception {
        var before = committers();
        var commits = new GroupCommit(ledger.dataSource(), 1000, Duration.ofSeconds(20), () -> {});
        try (var held = new HeldUp(commits)) {
            cutShort(commits);
            var stopping = Thread.ofPlatform().start(commits::stop);
            Eventually.await("it waits", () -> stopping.getState() == Thread.State.TIMED_WAITING);
            held.letGo();
            stopping.join();
        }
        assertThat(committers()).isEqualTo(before);
    }

    private static void cutShort(GroupCommit commits) {
        Thread.currentThread().interrupt();
        commits.stop();
        assertThat(Thread.interrupted()).isTrue();
    }

    private static long committers() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("ledger-committer-"))
                .count();
    }

    /** Committers that have begun, one of which waits in the database for somebody else. */
    private final class HeldUp implements AutoCloseable {

        private final OpenWriter other = new OpenWriter(database.dataSource());
        private final CompletableFuture<Optional<AppendFailure>> append;

        HeldUp(GroupCommit commits) throws Exception {
            commits.start();
            var contested = new TestStream();
            other.insert(new TestStream(contested.id()).peek(1));
            append = submit(commits, contested.append(1));
            Eventually.await("it is held up", this::someoneWaitsForALock);
        }

        void letGo() throws Exception {
            other.rollBack();
            assertThat(append.get(20, TimeUnit.SECONDS)).isEmpty();
        }

        private boolean someoneWaitsForALock() {
            return database.jdbc().sql("""
                select exists (select from pg_stat_activity
                    where datname = current_database() and wait_event_type = 'Lock' and query like '%append_events(%')
                """).query(Boolean.class).single();
        }

        @Override
        public void close() throws SQLException {
            other.close();
        }
    }
}
