package consular.ledger.postgres;

import static consular.ledger.postgres.TestEngines.engine;
import static consular.ledger.postgres.TestEngines.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Two writers, one slow: no reader may pass the slow one's event. */
class CommitOrderTest {

    private final List<Long> seen = new ArrayList<>();
    private JdbcClient jdbc;
    private Connection slowConnection;
    private EventStorageEngine slow;
    private EventStorageEngine quick;
    private @Nullable TrackingToken token;

    @BeforeEach
    void twoWriters() throws SQLException {
        var database = TestDatabase.create().migrate();
        jdbc = database.jdbc();
        slowConnection = database.dataSource().getConnection();
        slowConnection.setAutoCommit(false);
        slow = engine(slowConnection);
        quick = engine(database.dataSource());
    }

    @AfterEach
    void end() throws SQLException {
        slowConnection.close();
    }

    @Test
    void the_second_writer_waits_before_it_draws_a_position() throws Exception {
        slow.appendEvents(event("slow", 0));
        var second = CompletableFuture.runAsync(() -> quick.appendEvents(event("quick", 0)));
        awaitBlockedWriter();

        assertThat(lastDrawnPosition()).isEqualTo(1);
        assertThat(second).isNotDone();

        slowConnection.commit();
        second.get(10, TimeUnit.SECONDS);
        assertThat(positions()).containsExactly(1L, 2L);
        assertThat(lastDrawnPosition()).isEqualTo(2);
    }

    @Test
    void a_rolled_back_append_leaves_a_hole_that_stays_empty() throws Exception {
        slow.appendEvents(event("slow", 0), event("slow", 1));
        var second = CompletableFuture.runAsync(() -> quick.appendEvents(event("quick", 0)));
        awaitBlockedWriter();
        slowConnection.rollback();
        second.get(10, TimeUnit.SECONDS);
        read();

        slow.appendEvents(event("slow", 0), event("slow", 1));
        slowConnection.commit();
        read();

        assertThat(positions()).containsExactly(3L, 4L, 5L);
        assertThat(seen).containsExactly(3L, 4L, 5L);
    }

    @Test
    void a_refused_append_leaves_a_hole_that_stays_empty() {
        quick.appendEvents(event("quick", 0));
        try {
            quick.appendEvents(event("quick", 0));
        } catch (RuntimeException refused) {
            read();
        }
        quick.appendEvents(event("quick", 1));
        read();

        assertThat(seen).containsExactly(1L, 3L);
    }

    /** The stock engine gives up a gap when the event behind it carries a time more than a minute old. */
    @Test
    void an_old_timestamp_behind_an_open_transaction_loses_nothing() throws Exception {
        quick.appendEvents(event("first", 0));
        slow.appendEvents(event("slow", 0));
        var late = event("late", 0, Instant.now().minusSeconds(61));
        var second = CompletableFuture.runAsync(() -> quick.appendEvents(late));
        awaitBlockedWriter();
        read();
        assertThat(seen).containsExactly(1L);

        slowConnection.commit();
        second.get(10, TimeUnit.SECONDS);
        read();
        assertThat(seen).containsExactly(1L, 2L, 3L);
    }

    /** Shows that the tests above would notice: the same history without the lock loses position 2. */
    @Test
    void without_the_lock_the_slow_event_is_lost() throws Exception {
        jdbc.sql("drop trigger event_log_append_in_commit_order on event_log").update();
        quick.appendEvents(event("first", 0));
        slow.appendEvents(event("slow", 0));
        quick.appendEvents(event("late", 0, Instant.now().minusSeconds(61)));
        read();
        slowConnection.commit();
        read();

        assertThat(positions()).containsExactly(1L, 2L, 3L);
        assertThat(seen).containsExactly(1L, 3L);
    }

    private void read() {
        quick.readEvents(token, false).forEach(message -> {
            token = message.trackingToken();
            seen.add(token.position().orElseThrow());
        });
    }

    private List<Long> positions() {
        return jdbc.sql("select global_index from event_log order by global_index")
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private long lastDrawnPosition() {
        return jdbc.sql("select last_value from event_log_global_index_seq")
                .query(Long.class)
                .single();
    }

    private void awaitBlockedWriter() throws InterruptedException {
        var blocked = jdbc.sql("""
            select count(*) = 1
            from pg_locks join pg_database on pg_database.oid = pg_locks.database
            where locktype = 'advisory' and not granted and datname = current_database()
            """).query(Boolean.class);
        var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
        while (!blocked.single()) {
            assertThat(System.nanoTime()).as("the second writer never waited").isLessThan(deadline);
            Thread.sleep(5);
        }
    }
}
