package consular.ledger.postgres;

import static consular.ledger.postgres.Outcomes.outcome;
import static consular.ledger.postgres.Outcomes.submit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import consular.ledger.postgres.append.AppendFailure;
import consular.ledger.postgres.append.AppendFailure.NotSent;
import consular.ledger.postgres.append.GroupCommit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing that goes wrong on the way leaves the log without those who write it. */
@Timeout(60)
class CommitterFaultsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestDatabase database = TestDatabase.create().migrate();

    @AfterEach
    void end() {
        try (var ledger = new TestLedger(database)) {
            ledger.settle();
            new LogCheck(database.jdbc()).assertSound();
        }
    }

    @Test
    void an_Error_ends_no_committer() {
        var told = new AtomicInteger();
        var commits = commits("", () -> {
            if (told.incrementAndGet() <= 4) {
                throw new AssertionError("of whoever is told");
            }
        });
        for (var time = 0; time < 4; time++) {
            assertThatThrownBy(() -> commits.append(new TestStream().append(1)))
                    .isInstanceOf(AppendFailure.OutcomeUnknown.class);
        }
        commits.append(new TestStream().append(1));
        commits.stop();
    }

    @Test
    void a_race_that_is_lost_again_and_again_is_to_be_run_another_time() {
        lose(100);
        var commits = commits("", () -> {});
        assertThatThrownBy(() -> commits.append(new TestStream().append(1))).isInstanceOf(AppendFailure.NotSent.class);
        commits.stop();
    }

    @Test
    void a_race_that_is_lost_twice_is_won_at_last() {
        lose(2);
        var commits = commits("", () -> {});
        commits.append(new TestStream().append(1));
        commits.stop();
    }

    @Test
    void what_is_answered_is_on_disk_whatever_the_settings_have_become() {
        var jdbc = database.jdbc();
        jdbc.sql("create table setting (value text)").update();
        jdbc.sql("create function note_setting() returns trigger language plpgsql as $$ begin insert into"
                        + " setting values (current_setting('synchronous_commit')); return null; end $$")
                .update();
        jdbc.sql("create trigger note_setting after insert on event for each statement execute function note_setting()")
                .update();
        for (var setting : new String[] {"off", "local", "remote_apply"}) {
            var commits = commits("&options=-c%20synchronous_commit=" + setting, () -> {});
            commits.append(new TestStream().append(1));
            commits.stop();
        }
        assertThat(jdbc.sql("select value from setting").query(String.class).list())
                .containsExactly("on", "on", "remote_apply");
    }

    @Test
    void what_was_sent_without_an_answer_is_not_called_broken_because_of_what_the_next_try_meets() {
        onInsert("first_then_not_permitted", """
            if nextval('statement_number') = 1 then
                perform pg_terminate_backend(pg_backend_pid());
            else
                raise exception 'not permitted' using errcode = '42501';
            end if;
            """);
        var commits = commits("", () -> {});
        assertThatThrownBy(() -> commits.append(new TestStream().append(1)))
                .isInstanceOf(AppendFailure.OutcomeUnknown.class);
        assertThatThrownBy(() -> commits.append(new TestStream().append(1))).isInstanceOf(AppendFailure.Broken.class);
        commits.stop();
    }

    /** As on a standby, with a lock that somebody holds for too long, with time that somebody has limited. */
    @ParameterizedTest
    @CsvSource({"default_transaction_read_only=on, 25006", "lock_timeout=100, 55P03", "statement_timeout=100, 57014"})
    void what_the_database_cannot_do_at_the_moment_is_not_stored_and_may_be_tried_again(String setting, String state)
            throws Exception {
        var limited = TestDatabase.at(database.url() + "&options=-c%20" + setting);
        var commits = new GroupCommit(limited.dataSource(), 1000, Duration.ofSeconds(20), () -> {});
        var contested = new TestStream();
        var before = lastNumber();
        try (var other = new OpenWriter(database.dataSource()).insert(new TestStream(contested.id()).peek(1))) {
            var outcomes = new ArrayList<CompletableFuture<Optional<AppendFailure>>>();
            for (var number = 0; number < 8; number++) {
                outcomes.add(submit(commits, number == 3 ? contested.append(1) : new TestStream().append(1)));
                var waiting = outcomes.size();
                Eventually.await("all wait", () -> commits.waiting() == waiting);
            }
            commits.start();
            for (var outcome : outcomes) {
                assertThat(outcome.get(20, TimeUnit.SECONDS))
                        .get()
                        .isInstanceOf(NotSent.class)
                        .extracting(Throwable::getMessage)
                        .asString()
                        .contains(state);
            }
            assertThat(lastNumber()).as("nobody was bisected").isLessThanOrEqualTo(before + 2);
            other.rollBack();
        } finally {
            commits.stop();
        }
    }

    /** A pool would hand it to somebody whose queries are none of the committers'. */
    @Test
    void a_session_that_failed_goes_back_to_nobody() throws Exception {
        try (var pool = new HikariDataSource()) {
            pool.setDataSource(TestDatabase.at(database.url() + "&options=-c%20default_transaction_read_only=on")
                    .dataSource());
            pool.setMaximumPoolSize(1);
            var commits = new GroupCommit(pool, 10, Duration.ofSeconds(20), () -> {});
            commits.start();
            assertThat(outcome(commits, new TestStream().append(1))).get().isInstanceOf(NotSent.class);
            try (var connection = pool.getConnection();
                    var statement = connection.createStatement();
                    var row = statement.executeQuery("show enable_seqscan")) {
                row.next();
                assertThat(row.getString(1)).isEqualTo("on");
            }
            commits.stop();
        }
    }

    private long lastNumber() {
        return database.jdbc()
                .sql("select last_value from event_batch")
                .query(Long.class)
                .single();
    }

    private GroupCommit commits(String options, Runnable onStored) {
        var commits = new GroupCommit(TestDatabase.at(database.url() + options).dataSource(), 100, PATIENCE, onStored);
        commits.start();
        return commits;
    }

    /** The first statements of that number lose against somebody else. */
    private void lose(int races) {
        onInsert("lose", """
            if nextval('statement_number') <= %d then
                raise exception 'lost a race' using errcode = '40P01';
            end if;
            """.formatted(races));
    }

    private void onInsert(String name, String does) {
        var jdbc = database.jdbc();
        jdbc.sql("create sequence statement_number").update();
        jdbc.sql("create function %s() returns trigger language plpgsql as $$ begin %s return null; end $$"
                        .formatted(name, does))
                .update();
        jdbc.sql("create trigger %1$s before insert on event for each statement execute function %1$s()"
                        .formatted(name))
                .update();
    }
}
