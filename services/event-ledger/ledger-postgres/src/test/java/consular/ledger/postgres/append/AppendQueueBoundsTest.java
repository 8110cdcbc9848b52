package consular.ledger.postgres.append;

import static consular.ledger.postgres.append.WaitingAppends.*;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How much waits, and how much goes together. */
@Timeout(60)
class AppendQueueBoundsTest {

    private final AppendQueue queue = new AppendQueue(1000, 1);

    @Test
    void a_batch_is_bounded_in_appends_and_in_events() throws InterruptedException {
        for (var stream = 0; stream < AppendQueue.MOST_APPENDS + 1; stream++) {
            offer(waiting(stream));
        }
        assertThat(queue.take()).hasSize(AppendQueue.MOST_APPENDS);
        assertThat(queue.take()).hasSize(1);

        for (var stream = 0; stream < 4; stream++) {
            var events = new int[AppendQueue.MOST_EVENTS / 2];
            java.util.Arrays.fill(events, 1000 + stream);
            offer(waiting(events));
        }
        assertThat(queue.take()).hasSize(2);
        assertThat(queue.take()).hasSize(2);
    }

    @Test
    void a_batch_is_bounded_in_bytes() throws InterruptedException {
        var third = (int) AppendQueue.MOST_BYTES / 3;
        var first = offer(waitingLong(1, third, 0));
        var second = offer(waitingLong(2, 0, third));
        var exact = offer(waitingLong(3, 1, third));
        var next = offer(waitingLong(4, 1, 0));

        assertThat(queue.take()).containsExactly(first, second, exact);
        assertThat(queue.take()).containsExactly(next);
    }

    /** Nor do those that would have room pass it: it is never the last one for ever. */
    @Test
    void an_append_that_is_longer_than_a_batch_goes_alone() throws InterruptedException {
        var before = offer(waitingLong(1, 1, 0));
        var longer = offer(waitingLong(2, (int) AppendQueue.MOST_BYTES, 1));
        var behind = offer(waitingLong(3, 1, 0));

        assertThat(queue.take()).containsExactly(before);
        assertThat(queue.take()).containsExactly(longer);
        assertThat(queue.take()).containsExactly(behind);
    }

    @Test
    void there_is_room_for_so_many_and_no_more_until_some_are_taken() throws InterruptedException {
        var small = new AppendQueue(2, 1);
        assertThat(small.offer(waiting(1))).isTrue();
        assertThat(small.offer(waiting(2))).isTrue();
        assertThat(small.offer(waiting(3))).isFalse();

        small.take();
        assertThat(small.offer(waiting(4))).isTrue();
    }

    private WaitingAppend offer(WaitingAppend append) {
        assertThat(queue.offer(append)).isTrue();
        return append;
    }
}
