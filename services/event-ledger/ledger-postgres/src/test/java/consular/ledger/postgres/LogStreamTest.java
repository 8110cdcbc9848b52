package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.ledger.postgres.sequencing.LogHead;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.axonframework.serialization.upcasting.event.EventUpcaster;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever reads only when woken, as the processors do, is woken often enough and not for every append. */
@Timeout(60)
class LogStreamTest {

    private static final int EVENTS = 200;
    private static final long PACE = LogStream.PACE.toNanos();

    private final TestLedger ledger = new TestLedger(TestDatabase.create().migrate());

    @AfterEach
    void end() {
        ledger.close();
    }

    @Test
    void of_appends_that_follow_each_other_nothing_is_missed_and_readings_keep_their_distance() throws Exception {
        var woken = new LinkedBlockingQueue<Long>();
        var read = new CopyOnWriteArrayList<Long>();
        var readings = 0;
        var begun = System.nanoTime();
        try (var stream = new LogStream(ledger.engine(), ledger.head(), null)) {
            stream.setOnAvailableCallback(() -> woken.add(System.nanoTime()));
            var writer = Thread.startVirtualThread(this::write);
            while (read.size() < EVENTS) {
                assertThat(woken.poll(20, TimeUnit.SECONDS)).as("a call").isNotNull();
                if (stream.hasNextAvailable()) {
                    readings++;
                }
                while (stream.hasNextAvailable()) {
                    read.add(stream.nextAvailable().trackingToken().position().orElseThrow());
                }
            }
            writer.join();
        }
        assertThat(read).isSorted().hasSize(EVENTS);
        var elapsed = Duration.ofNanos(System.nanoTime() - begun);
        assertThat((long) readings).isLessThanOrEqualTo(elapsed.dividedBy(LogStream.PACE) + 1);
    }

    @Test
    void whoever_waits_for_the_next_event_gets_it_however_soon_it_comes_after_the_last() throws Exception {
        try (var stream = new LogStream(ledger.engine(), ledger.head(), null)) {
            for (var number = 0; number < 20; number++) {
                ledger.append(TestLedger.event("soon", number));
                assertThat(stream.hasNextAvailable(20, TimeUnit.SECONDS)).isTrue();
                assertThat(stream.nextAvailable().trackingToken().position()).hasValue(number + 1);
            }
        }
    }

    /** After an exception Axon opens a new stream; an Error would end its coordinator for good, and nobody would see it. */
    @Test
    void an_Error_on_the_way_is_an_exception_for_whoever_reads() {
        ledger.append(TestLedger.event("spoilt", 0));
        EventUpcaster spoilt = events -> events.peek(_ -> {
            throw new NoClassDefFoundError("of an upcaster");
        });
        var engine = new PostgresEventStorageEngine(ledger.builder(builder -> {
            builder.upcasterChain(spoilt);
            return builder;
        }));
        try (var stream = new LogStream(engine, ledger.head(), null)) {
            assertThatThrownBy(stream::hasNextAvailable)
                    .isInstanceOf(IllegalStateException.class)
                    .hasCauseInstanceOf(NoClassDefFoundError.class);
        }
    }

    /** The moment between the time of a call and the call itself, in which the reader looks by itself and the log grows. */
    @Test
    void whoever_looked_by_themselves_just_before_a_call_is_called_again_for_what_came_since() {
        var moments = new HandSet();
        var head = new LogHead();
        var calledAt = new ArrayList<Long>();
        try (var stream = new LogStream(ledger.engine(), head, null, moments)) {
            stream.setOnAvailableCallback(() -> calledAt.add(moments.now));
            grow(head, 1);
            assertThat(calledAt).as("at once after a quiet moment").containsExactly(0L);
            assertThat(readAll(stream)).isEqualTo(1);

            moments.now = PACE / 4;
            grow(head, 2);
            assertThat(calledAt).as("not before the next reading").hasSize(1);
            moments.now = PACE;
            assertThat(readAll(stream)).as("by itself").isEqualTo(1);
            grow(head, 3);
            moments.call();
            assertThat(readAll(stream)).as("too soon after the last reading").isZero();

            moments.now = 2 * PACE;
            moments.call();
            assertThat(calledAt).as("when it can read again").contains(2 * PACE);
            assertThat(readAll(stream)).isEqualTo(1);
        }
    }

    private void grow(LogHead head, long size) {
        ledger.append(TestLedger.event("grows", size - 1));
        head.reaches(size);
    }

    private static int readAll(LogStream stream) {
        try {
            var count = 0;
            while (stream.hasNextAvailable()) {
                stream.nextAvailable();
                count++;
            }
            return count;
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    private void write() {
        for (var number = 0; number < EVENTS; number++) {
            ledger.engine().appendEvents(TestLedger.event("often", number));
        }
    }

    /** Time stands still, and calls are made, when the test says so. */
    private static final class HandSet implements Moments {

        private final List<Due> due = new ArrayList<>();
        private long now;

        @Override
        public long nanos() {
            return now;
        }

        @Override
        public void after(long nanos, Runnable call) {
            due.add(new Due(now + nanos, call));
        }

        void call() {
            var calls = due.stream().filter(each -> each.at <= now).toList();
            due.removeAll(calls);
            calls.forEach(each -> each.call.run());
        }

        private record Due(long at, Runnable call) {}
    }
}
