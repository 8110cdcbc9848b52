package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.axonframework.eventhandling.DomainEventMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Writers whose transactions are open at the same time and end in every order, while readers tail the log. */
class CommitOrderTest {

    private static final int WRITERS = 4;

    private final TestDatabase database = TestDatabase.create().migrate();
    private final TestLedger ledger = new TestLedger(database);
    private final AtomicBoolean over = new AtomicBoolean();
    private final Random random = new Random(11);
    private final List<TestStream> streams =
            IntStream.range(0, WRITERS).mapToObj(_ -> new TestStream()).toList();

    @AfterEach
    void end() {
        ledger.close();
    }

    @Test
    void every_reader_sees_all_events_in_one_order() throws Exception {
        var pages = new CopyOnWriteArrayList<String>();
        var stream = new CopyOnWriteArrayList<String>();
        var pager = Thread.startVirtualThread(() -> readPages(pages));
        var streamer = Thread.startVirtualThread(() -> readStream(stream));
        var expected = new ArrayList<String>();

        for (var order : permutations(IntStream.range(0, WRITERS).boxed().toList())) {
            expected.addAll(writeInOrder(order, random.nextInt(1 << WRITERS)));
        }
        ledger.settle();
        awaitSize(pages, expected.size());
        awaitSize(stream, expected.size());
        over.set(true);
        pager.join();
        streamer.join();

        assertThat(pages).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(stream).containsExactlyElementsOf(pages);
        for (var each : streams) {
            assertThat(pages.stream().filter(name -> name.startsWith(each.id().toString())))
                    .containsExactlyElementsOf(expected.stream()
                            .filter(name -> name.startsWith(each.id().toString()))
                            .toList());
        }
        new LogCheck(ledger.jdbc()).assertSound();
    }

    /** Answers what was committed. */
    private List<String> writeInOrder(List<Integer> order, int rolledBack) throws SQLException {
        var writers = new ArrayList<OpenWriter>();
        var written = streams.stream().map(stream -> stream.peek(2)).toList();
        var committed = new ArrayList<String>();
        for (var events : written) {
            writers.add(new OpenWriter(database.dataSource()).insert(events));
        }
        for (var number : order) {
            try (var writer = writers.get(number)) {
                if ((rolledBack & (1 << number)) != 0) {
                    writer.rollBack();
                } else {
                    writer.commit();
                    streams.get(number).stored(written.get(number));
                    written.get(number)
                            .forEach(event -> committed.add(event.stream().id() + " " + event.sequence()));
                }
            }
            if (random.nextBoolean()) {
                // now and then each gets its place before the next one commits
                ledger.settle();
            }
        }
        return committed;
    }

    private void readPages(List<String> seen) {
        var position = 0L;
        while (!over.get()) {
            for (var event : ledger.log().after(position, 3)) {
                seen.add(event.streamId() + " " + event.sequence());
                position = event.requirePosition();
            }
        }
    }

    private void readStream(List<String> seen) {
        try (var stream = new LogStream(ledger.engine(), ledger.head(), null)) {
            while (!over.get()) {
                if (stream.hasNextAvailable(50, TimeUnit.MILLISECONDS)) {
                    var event = (DomainEventMessage<?>) stream.nextAvailable();
                    seen.add(event.getAggregateIdentifier() + " " + event.getSequenceNumber());
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitSize(List<String> seen, int size) throws InterruptedException {
        var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (seen.size() < size && System.nanoTime() < end) {
            Thread.sleep(5);
        }
    }

    private static <T> List<List<T>> permutations(List<T> items) {
        if (items.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<T>>();
        for (var first : items) {
            var rest = new ArrayList<>(items);
            rest.remove(first);
            for (var permutation : permutations(rest)) {
                var whole = new ArrayList<T>();
                whole.add(first);
                whole.addAll(permutation);
                all.add(Collections.unmodifiableList(whole));
            }
        }
        return all;
    }
}
