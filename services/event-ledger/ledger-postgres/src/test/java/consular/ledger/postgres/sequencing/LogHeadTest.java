package consular.ledger.postgres.sequencing;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.postgres.sequencing.Ordering.Batch;
import consular.ledger.postgres.sequencing.Ordering.Placed;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LogHeadTest {

    private final LogHead head = new LogHead();

    @Test
    void old_news_changes_nothing() {
        head.reaches(7);
        head.reaches(5);

        assertThat(head.size()).isEqualTo(7);
    }

    @Test
    void whoever_follows_and_fails_holds_up_neither_the_others_nor_whoever_tells() {
        var told = new ArrayList<String>();
        head.addListener(() -> {
            told.add("one");
            throw new AssertionError("of one who follows");
        });
        head.addListener(() -> {
            told.add("another");
            throw new IllegalStateException("of another");
        });
        head.reaches(1);
        head.reaches(2);

        assertThat(told).containsExactlyInAnyOrder("one", "another", "one", "another");
    }

    @Test
    void what_is_there_already_is_not_waited_for() throws InterruptedException {
        head.reaches(7);

        assertThat(head.awaitMoreThan(6, 0, TimeUnit.SECONDS)).isTrue();
        assertThat(head.awaitMoreThan(7, 1, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(head.awaitMoreThan(7, 0, TimeUnit.SECONDS)).isFalse();
    }

    @Test
    void whoever_waits_is_woken_by_enough_and_not_by_less() throws Exception {
        var woken = new CompletableFuture<Boolean>();
        var waiter = Thread.ofPlatform().daemon().start(() -> {
            try {
                woken.complete(head.awaitMoreThan(5, 20, TimeUnit.SECONDS));
            } catch (InterruptedException interrupted) {
                woken.completeExceptionally(interrupted);
            }
        });
        awaitSleep(waiter);
        head.reaches(5);
        awaitSleep(waiter);
        assertThat(woken).isNotDone();
        head.reaches(6);

        assertThat(woken.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void whoever_leads_knows_the_places_that_it_gave() throws InterruptedException {
        head.leads(true);
        head.placed(List.of(new Placed(40, new Batch(7, 2)), new Placed(42, new Batch(5, 1))));

        assertThat(head.awaitPlace(7, 0, TimeUnit.SECONDS)).hasValue(40);
        assertThat(head.awaitPlace(5, 0, TimeUnit.SECONDS)).hasValue(42);
        assertThat(head.awaitPlace(6, 1, TimeUnit.MILLISECONDS)).isEmpty();
        assertThat(head.awaitPlace(7 + 4096, 1, TimeUnit.MILLISECONDS)).isEmpty();
    }

    @Test
    void a_place_is_waited_for_until_it_is_given() throws Exception {
        head.leads(true);
        var place = new CompletableFuture<OptionalLong>();
        var waiter = Thread.ofPlatform().daemon().start(() -> {
            try {
                place.complete(head.awaitPlace(7, 20, TimeUnit.SECONDS));
            } catch (InterruptedException interrupted) {
                place.completeExceptionally(interrupted);
            }
        });
        awaitSleep(waiter);
        head.placed(List.of(new Placed(0, new Batch(6, 3))));
        head.reaches(3);
        awaitSleep(waiter);
        assertThat(place).isNotDone();
        head.placed(List.of(new Placed(3, new Batch(7, 1))));
        head.reaches(4);

        assertThat(place.get(20, TimeUnit.SECONDS)).hasValue(3);
    }

    @Test
    void nobody_waits_for_places_that_another_node_gives() throws Exception {
        assertThat(head.awaitPlace(7, 20, TimeUnit.SECONDS)).isEmpty();

        head.leads(true);
        var place = new CompletableFuture<OptionalLong>();
        var waiter = Thread.ofPlatform().daemon().start(() -> {
            try {
                place.complete(head.awaitPlace(7, 20, TimeUnit.SECONDS));
            } catch (InterruptedException interrupted) {
                place.completeExceptionally(interrupted);
            }
        });
        awaitSleep(waiter);
        head.leads(false);

        assertThat(place.get(20, TimeUnit.SECONDS)).isEmpty();
    }

    @Test
    void a_time_that_is_over_is_told_after_it() throws InterruptedException {
        var begin = System.nanoTime();

        assertThat(head.awaitMoreThan(0, 30, TimeUnit.MILLISECONDS)).isFalse();
        assertThat(System.nanoTime() - begin).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(30));
    }

    @Test
    void listeners_are_called_when_it_has_grown_until_they_are_removed() {
        var heard = new ArrayList<Long>();
        Runnable listener = () -> heard.add(head.size());
        head.addListener(listener);
        head.reaches(3);
        head.reaches(3);
        head.reaches(4);
        head.removeListener(listener);
        head.reaches(5);

        assertThat(heard).containsExactly(3L, 4L);
    }

    @Test
    void whoever_is_interrupted_stands_in_nobodys_way() throws Exception {
        var ended = new CompletableFuture<Boolean>();
        var waiter = Thread.ofPlatform().daemon().start(() -> {
            try {
                head.awaitMoreThan(5, 20, TimeUnit.SECONDS);
            } catch (InterruptedException _) {
                ended.complete(true);
            }
        });
        awaitSleep(waiter);
        waiter.interrupt();

        assertThat(ended.get(20, TimeUnit.SECONDS)).isTrue();
    }

    @AfterEach
    void nobody_is_left_standing_outside() throws Exception {
        var further = head.size() + 1;
        CompletableFuture.runAsync(() -> head.reaches(further)).get(20, TimeUnit.SECONDS);

        assertThat(head.size()).isEqualTo(further);
    }

    private static void awaitSleep(Thread thread) throws InterruptedException {
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.sleep(1);
        }
    }
}
