package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever reads only when woken, as the processors do, is woken often enough and not for every append. */
@Timeout(60)
class LogStreamTest {

    private static final int EVENTS = 200;

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
                assertThat(stream.hasNextAvailable(5, TimeUnit.SECONDS)).isTrue();
                assertThat(stream.nextAvailable().trackingToken().position()).hasValue(number + 1);
            }
        }
    }

    private void write() {
        for (var number = 0; number < EVENTS; number++) {
            ledger.engine().appendEvents(TestLedger.event("often", number));
        }
    }
}
