package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The database ends sessions at any moment, those of the committers, the leader and the listener among them. */
class KilledBackendsTest {

    private static final int WRITERS = 32;
    private static final int APPENDS = 60;

    private final TestDatabase database = TestDatabase.create().migrate();
    private final TestLedger ledger = new TestLedger(database);
    private final AtomicBoolean over = new AtomicBoolean();
    private final List<UUID> acknowledged = new ArrayList<>();
    private int kills;

    @AfterEach
    void end() {
        ledger.close();
    }

    @Test
    @Timeout(90)
    void each_acknowledged_append_is_stored_once_and_no_other() throws Exception {
        var failures = ConcurrentHashMap.<Throwable>newKeySet();
        var killer = Thread.startVirtualThread(this::kill);
        var writers = new ArrayList<Thread>();
        for (var number = 0; number < WRITERS; number++) {
            var random = new Random(number);
            writers.add(Thread.ofVirtual()
                    .uncaughtExceptionHandler((_, failure) -> failures.add(failure))
                    .start(() -> write(random)));
        }
        for (var writer : writers) {
            writer.join();
        }
        over.set(true);
        killer.join();
        ledger.settle();

        assertThat(failures).isEmpty();
        assertThat(kills).isPositive();
        var stored = database.jdbc()
                .sql("select event_id from event")
                .query(UUID.class)
                .list();
        assertThat(stored).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(acknowledged);
        new LogCheck(database.jdbc()).assertSound();
    }

    private void write(Random random) {
        var stream = new TestStream();
        for (var append = 0; append < APPENDS; append++) {
            var events = stream.peek(1 + random.nextInt(4));
            try {
                assertThat(Persistence.append(ledger.commits(), events)).isTrue();
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
            stream.stored(events);
            synchronized (acknowledged) {
                events.forEach(event -> acknowledged.add(event.eventId()));
            }
        }
    }

    private void kill() {
        var random = new Random(5);
        while (!over.get()) {
            try {
                TimeUnit.MILLISECONDS.sleep(50 + random.nextInt(100));
            } catch (InterruptedException interrupted) {
                throw new AssertionError(interrupted);
            }
            kills += database.jdbc().sql("""
                select pg_terminate_backend(pid)
                from pg_stat_activity
                where datname = current_database() and pid <> pg_backend_pid()
                order by random()
                limit 2
                """).query(Boolean.class).list().size();
        }
    }
}
