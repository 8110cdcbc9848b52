package consular.cases.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** One node publishes, and whatever becomes of it, another goes on. */
@Timeout(60)
class PublisherNodesTest extends PublisherTestBase {
    /** Whoever waits for the lease of one that is gone waits longer than a test. */
    private Publisher startedWithLongLease() {
        var patient = new Publications(jdbc, topic, UUID.randomUUID(), Duration.ofMinutes(10));
        return started(new Publisher(log, log, patient, properties(Broker.address())));
    }

    @Test
    void one_node_publishes_and_another_goes_on_when_it_stops() throws Exception {
        var one = startedWithLongLease();
        await(one::isPublishing);
        var other = startedWithLongLease();
        append(200);
        awaitPosition(200);
        assertThat(other.isPublishing()).isFalse();
        one.stop();
        append(100);
        awaitPosition(300);
        assertThat(other.isPublishing()).isTrue();
        assertThat(one.isPublishing()).isFalse();
        assertThat(published("read_uncommitted")).isEqualTo(logged());
    }

    @Test
    void what_a_stalled_node_had_under_way_does_not_come_behind_what_its_successor_published() throws Exception {
        var stalled = new CountDownLatch(1);
        var goesOn = new CountDownLatch(1);
        append(20);
        var one = started(
                (position, limit) -> {
                    var page = log.after(position, limit);
                    stalled.countDown();
                    awaitQuietly(goesOn);
                    return page;
                },
                Broker.address());
        stalled.await();
        // its time is over, and it does not know
        jdbc.sql("update kafka_publication set leased_until = '-infinity' where topic = ?")
                .param(topic)
                .update();
        var other = started();
        awaitPosition(20);
        append(20);
        awaitPosition(40);
        goesOn.countDown();
        await(() -> one.failures() > 0);
        assertThat(other.isPublishing()).isTrue();
        assertThat(published("read_uncommitted")).isEqualTo(logged());
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @Test
    void a_node_that_is_gone_is_followed_by_another_when_its_lease_is_over() throws Exception {
        var gone = new Publications(jdbc, topic, UUID.randomUUID(), Duration.ofSeconds(10));
        assertThat(gone.take()).isPresent();
        var next = started();
        append(10);
        TimeUnit.SECONDS.sleep(1);
        assertThat(next.isPublishing()).isFalse();
        awaitPosition(10);
        assertThat(published("read_uncommitted")).isEqualTo(logged());
    }
}
