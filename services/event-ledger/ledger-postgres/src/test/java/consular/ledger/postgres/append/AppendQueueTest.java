package consular.ledger.postgres.append;

import static consular.ledger.postgres.append.WaitingAppends.*;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AppendQueueTest {

    private final AppendQueue queue = new AppendQueue(1000, 1);

    @AfterEach
    void nobody_is_left_standing_outside() throws Exception {
        assertThat(CompletableFuture.supplyAsync(queue::size).get(20, TimeUnit.SECONDS))
                .isNotNegative();
        assertThat(CompletableFuture.supplyAsync(queue::size).get(20, TimeUnit.SECONDS))
                .isEqualTo(queue.size());
    }

    @Test
    void what_touches_nothing_in_common_is_taken_together_in_its_order() throws InterruptedException {
        var first = offer(waiting(1));
        var second = offer(waiting(2));
        var third = offer(waiting(3));

        assertThat(queue.size()).isEqualTo(3);
        assertThat(queue.take()).containsExactly(first, second, third);
        assertThat(queue.size()).isZero();
    }

    @Test
    void a_stream_is_never_in_flight_twice_and_keeps_its_order() throws InterruptedException {
        var first = offer(waiting(1));
        var second = offer(waiting(1));
        var other = offer(waiting(2));
        var third = offer(waiting(1));

        var batch = queue.take();
        assertThat(batch).containsExactly(first, other);
        queue.release(batch);
        batch = queue.take();
        assertThat(batch).containsExactly(second);
        queue.release(batch);
        assertThat(queue.take()).containsExactly(third);
    }

    @Test
    void a_few_are_left_to_the_batch_after_the_one_under_way() throws Exception {
        var three = new AppendQueue(1000, 3, Duration.ofMinutes(1));
        three.offer(waiting(1));
        var batch = three.take();
        var another = takeInBackground(three);
        three.offer(waiting(2));
        three.offer(waiting(3));
        assertThat(three.takeAfter(batch)).hasSize(2);
        assertThat(another).isNotDone();

        for (var stream = 4; stream <= 6; stream++) {
            three.offer(waiting(stream));
        }
        assertThat(another.get(20, TimeUnit.SECONDS)).hasSize(3);
    }

    @Test
    void nobody_is_held_back_for_long_by_a_batch_that_does_not_end() throws Exception {
        var three = new AppendQueue(1000, 3);
        three.offer(waiting(1));
        assertThat(three.take()).hasSize(1);
        var another = takeInBackground(three);
        three.offer(waiting(2));

        assertThat(another.get(20, TimeUnit.SECONDS)).hasSize(1);
    }

    /** The large one fills a batch alone, and what is behind it has become free with it. */
    @Test
    void nor_by_one_that_left_no_room_for_it() throws Exception {
        var three = new AppendQueue(1000, 3);
        three.offer(waiting(1, 2));
        var batch = three.take();
        var another = takeInBackground(three);
        var large = new int[AppendQueue.MOST_EVENTS];
        java.util.Arrays.fill(large, 1);
        three.offer(waiting(large));
        three.offer(waiting(2));
        Thread.sleep(20);
        assertThat(three.takeAfter(batch)).hasSize(1);

        assertThat(another.get(20, TimeUnit.SECONDS)).hasSize(1);
    }

    @Test
    void whoever_takes_no_more_leaves_the_few_to_the_other() throws Exception {
        var three = new AppendQueue(1000, 3);
        three.offer(waiting(1));
        var batch = three.take();
        var another = takeInBackground(three);
        three.offer(waiting(2));
        three.release(batch);

        assertThat(another.get(20, TimeUnit.SECONDS)).hasSize(1);
    }

    /** The second waits for stream 1; the third must not pass it on stream 2. */
    @Test
    void nobody_passes_an_append_to_several_streams() throws InterruptedException {
        var first = offer(waiting(1));
        var second = offer(waiting(1, 2));
        offer(waiting(2));
        var free = offer(waiting(3));

        var batch = queue.take();
        assertThat(batch).containsExactly(first, free);
        queue.release(batch);
        assertThat(queue.take()).containsExactly(second);
    }

    @Test
    void a_key_is_never_in_flight_twice_and_callers_do_not_meet() throws InterruptedException {
        var first = offer(waiting(append(key("anna", "k"), List.of(), 1)));
        offer(waiting(append(key("anna", "k"), List.of(), 2)));
        var otherKey = offer(waiting(append(key("anna", "l"), List.of(), 3)));
        var otherCaller = offer(waiting(append(key("bert", "k"), List.of(), 4)));

        assertThat(queue.take()).containsExactly(first, otherKey, otherCaller);
    }

    @Test
    void a_value_is_never_in_flight_twice_whichever_stream_takes_it() throws InterruptedException {
        var first = offer(waiting(append(null, List.of(value("file", "7", 1)), 1)));
        offer(waiting(append(null, List.of(value("file", "7", 2)), 2)));
        var otherValue = offer(waiting(append(null, List.of(value("file", "8", 3)), 3)));
        var otherKind = offer(waiting(append(null, List.of(value("passport", "7", 4)), 4)));

        assertThat(queue.take()).containsExactly(first, otherValue, otherKind);
    }

    @Test
    void two_committers_never_meet() throws InterruptedException {
        var first = offer(waiting(1));
        assertThat(queue.take()).containsExactly(first);
        offer(waiting(1));
        var other = offer(waiting(2));

        assertThat(queue.take()).containsExactly(other);
    }

    @Test
    void a_closed_queue_lets_nothing_in_and_gives_out_what_waits() throws InterruptedException {
        var first = offer(waiting(1));
        var second = offer(waiting(1));
        queue.close();

        assertThat(queue.offer(waiting(2))).isFalse();
        var batch = queue.take();
        assertThat(batch).containsExactly(first);
        queue.release(batch);
        batch = queue.take();
        assertThat(batch).containsExactly(second);
        queue.release(batch);
        assertThat(queue.take()).isEmpty();
    }

    @Test
    void closing_sends_home_a_committer_that_waits() throws Exception {
        var taken = takeInBackground(queue);
        queue.close();

        assertThat(taken.get(20, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void a_committer_that_is_interrupted_stands_in_nobodys_way() throws Exception {
        var ended = new CompletableFuture<Boolean>();
        var committer = Thread.ofPlatform().daemon().start(() -> {
            try {
                queue.take();
            } catch (InterruptedException _) {
                ended.complete(true);
            }
        });
        while (committer.getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
        committer.interrupt();

        assertThat(ended.get(20, TimeUnit.SECONDS)).isTrue();
    }

    /** It must not go home: what waits becomes free only when the other one is done. */
    @Test
    void closing_keeps_a_committer_while_something_waits() throws Exception {
        offer(waiting(1));
        var second = offer(waiting(1));
        var batch = queue.take();
        var taken = takeInBackground(queue);
        queue.close();
        queue.release(batch);

        assertThat(taken.get(20, TimeUnit.SECONDS)).containsExactly(second);
    }

    @Test
    void an_append_wakes_a_committer() throws Exception {
        var taken = takeInBackground(queue);
        var append = offer(waiting(1));

        assertThat(taken.get(20, TimeUnit.SECONDS)).containsExactly(append);
    }

    @Test
    void what_waits_can_be_taken_back_and_what_is_in_flight_cannot() throws InterruptedException {
        var first = offer(waiting(1));
        var second = offer(waiting(1));
        queue.take();

        assertThat(queue.withdraw(first)).isFalse();
        assertThat(queue.withdraw(second)).isTrue();
        assertThat(queue.withdraw(second)).isFalse();
        assertThat(queue.size()).isZero();
    }

    /** The third is held up by the second alone. */
    @Test
    void taking_back_frees_those_behind() throws Exception {
        offer(waiting(1));
        var second = offer(waiting(1, 2));
        var third = offer(waiting(2));
        queue.take();
        var taken = takeInBackground(queue);
        assertThat(queue.withdraw(second)).isTrue();

        assertThat(taken.get(20, TimeUnit.SECONDS)).containsExactly(third);
    }

    private static CompletableFuture<List<WaitingAppend>> takeInBackground(AppendQueue queue)
            throws InterruptedException {
        var taken = new CompletableFuture<List<WaitingAppend>>();
        var committer = Thread.ofPlatform().daemon().start(() -> {
            try {
                taken.complete(queue.take());
            } catch (InterruptedException interrupted) {
                taken.completeExceptionally(interrupted);
            }
        });
        while (committer.getState() != Thread.State.WAITING) {
            Thread.sleep(1);
        }
        return taken;
    }

    private WaitingAppend offer(WaitingAppend append) {
        assertThat(queue.offer(append)).isTrue();
        return append;
    }
}
