package consular.ledger.postgres;

import static consular.ledger.postgres.TestEngines.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.TrackingToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** Writers that append one to four events, pause with the transaction open, and sometimes roll back. */
class ManyWritersTest {

    private static final int WRITERS = 12;
    private static final int APPENDS = 100;

    private final TestDatabase database = TestDatabase.create().migrate();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicBoolean written = new AtomicBoolean();

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void readers_that_tail_the_log_see_every_event_once_and_in_order() throws Exception {
        var processor = threads.submit(this::tailAsProcessor);
        var feed = threads.submit(this::tailAsFeed);
        var writers = new ArrayList<Future<Integer>>();
        for (var number = 0; number < WRITERS; number++) {
            writers.add(threads.submit(writer(number)));
        }
        var committed = 0;
        for (var writer : writers) {
            committed += writer.get();
        }
        written.set(true);

        var log = database.jdbc()
                .sql("select global_index from event_log order by global_index")
                .query((row, _) -> row.getLong(1))
                .list();
        assertThat(log).hasSize(committed);
        assertThat(processor.get()).isEqualTo(log);
        assertThat(feed.get()).isEqualTo(log);
    }

    private Callable<Integer> writer(int number) {
        return () -> {
            var random = new Random(number);
            var next = 0;
            try (var connection = database.dataSource().getConnection()) {
                connection.setAutoCommit(false);
                var engine = TestEngines.engine(connection);
                for (var append = 0; append < APPENDS; append++) {
                    var first = next;
                    var events = random.nextInt(1, 5);
                    engine.appendEvents(LongStream.range(first, first + events)
                            .mapToObj(sequence -> event("writer-" + number, sequence))
                            .toList());
                    Thread.sleep(0, random.nextInt(500_000));
                    if (random.nextInt(10) == 0) {
                        connection.rollback();
                    } else {
                        connection.commit();
                        next += events;
                    }
                }
            } catch (SQLException | InterruptedException failure) {
                throw new AssertionError(failure);
            }
            return next;
        };
    }

    private List<Long> tailAsProcessor() {
        var engine = TestEngines.engine(database.dataSource());
        var seen = new ArrayList<Long>();
        @Nullable TrackingToken token = null;
        for (var last = false; !last; ) {
            last = written.get();
            for (var message : engine.readEvents(token, false).toList()) {
                token = message.trackingToken();
                seen.add(token.position().orElseThrow());
            }
        }
        return seen;
    }

    private List<Long> tailAsFeed() {
        var dataSource = database.dataSource();
        var log = new EventLog(dataSource, new JdbcTransactionManager(dataSource), 500);
        var seen = new ArrayList<Long>();
        var position = 0L;
        for (var last = false; !last; ) {
            last = written.get();
            for (var page = log.after(position, 7); !page.isEmpty(); page = log.after(position, 7)) {
                page.forEach(event -> seen.add(event.position()));
                position = page.getLast().position();
            }
        }
        return seen;
    }
}
