package consular.ledger.postgres.notary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class OutboxTest {

    private final List<String> published = new CopyOnWriteArrayList<>();
    private final Semaphore done = new Semaphore(0);

    @Test
    void checkpoints_are_published_in_the_order_in_which_they_were_signed() throws InterruptedException {
        var outbox = new Outbox(this::publish);
        for (var size = 1; size <= 50; size++) {
            outbox.add(size, "note " + size);
        }
        done.acquire(50);

        assertThat(published)
                .isEqualTo(LongStream.rangeClosed(1, 50)
                        .mapToObj(size -> size + " note " + size)
                        .toList());
    }

    @Test
    void it_goes_on_after_it_had_nothing_to_do() throws InterruptedException {
        var outbox = new Outbox(this::publish);
        outbox.add(1, "a");
        done.acquire();
        while (outbox.secondsWaiting() > 0) {
            Thread.onSpinWait();
        }
        outbox.add(2, "b");
        done.acquire();

        assertThat(published).containsExactly("1 a", "2 b");
    }

    @Test
    void a_place_that_is_away_is_tried_until_it_has_them_all() throws InterruptedException {
        var tries = new AtomicInteger();
        var away = new Semaphore(0);
        var outbox = new Outbox(
                (size, note) -> {
                    if (tries.incrementAndGet() <= 3) {
                        away.release();
                        throw new IllegalStateException("away");
                    }
                    publish(size, note);
                },
                Duration.ofMillis(5));
        outbox.add(1, "a");
        away.acquire();
        assertThat(outbox.secondsWaiting()).isPositive();
        outbox.add(2, "b");
        done.acquire(2);

        assertThat(published).containsExactly("1 a", "2 b");
        assertThat(tries).hasValue(5);
        while (outbox.secondsWaiting() > 0) {
            Thread.onSpinWait();
        }
    }

    /** So that the newest is not lost behind one that the place will never take. */
    @Test
    void what_a_place_never_takes_is_passed_over_in_the_end() throws InterruptedException {
        var outbox = new Outbox(
                (size, note) -> {
                    if (size == 0) {
                        throw new IllegalStateException("not this one");
                    }
                    publish(size, note);
                },
                Duration.ofMillis(5));
        for (var size = 0; size <= Outbox.ROOM; size++) {
            outbox.add(size, "");
        }
        done.acquire(Outbox.ROOM);

        assertThat(published).hasSize(Outbox.ROOM).endsWith(Outbox.ROOM + " ");
    }

    @Test
    void when_too_many_wait_the_oldest_are_passed_over() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var outbox = new Outbox((size, note) -> {
            begun.countDown();
            try {
                end.await();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
            publish(size, note);
        });
        outbox.add(0, "");
        begun.await();
        for (var size = 1; size <= Outbox.ROOM + 2; size++) {
            outbox.add(size, "");
        }
        end.countDown();
        done.acquire(1 + Outbox.ROOM);

        assertThat(published).hasSize(1 + Outbox.ROOM).startsWith("0 ", "3 ").endsWith(Outbox.ROOM + 2 + " ");
    }

    private void publish(long size, String note) {
        published.add(size + " " + note);
        done.release();
    }
}
