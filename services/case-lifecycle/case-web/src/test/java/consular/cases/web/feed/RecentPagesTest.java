package consular.cases.web.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.cases.domain.posts.PostCode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The pages that all followers share. */
@Timeout(20)
class RecentPagesTest {
    private static final Duration NO_TIME = Duration.ZERO;

    /** Room for four events of a hundred bytes each, and what they are framed in. */
    private final RecentPages recent = new RecentPages(500);

    static FeedPage page(long after, long last) {
        return new FeedPage(
                after,
                LongStream.rangeClosed(after + 1, last)
                        .mapToObj(position -> new FeedEvent(position, new UUID(0, position), new byte[100], false))
                        .toList(),
                Map::of);
    }

    private void grow(long last) throws InterruptedException {
        var end = recent.awaitFollowers();
        recent.add(page(end.position(), last), end);
    }

    @Test
    void the_first_follower_begins_at_the_end_of_the_log_and_others_find_what_has_come_since() throws Exception {
        recent.join(10);
        assertThat(recent.isPast(9)).isTrue();
        assertThat(recent.isPast(10)).isFalse();
        grow(12);
        recent.join(99);
        assertThat(recent.await(10, NO_TIME))
                .hasValueSatisfying(page -> assertThat(page.last()).isEqualTo(12));
        assertThat(recent.await(12, NO_TIME)).isEmpty();
    }

    @Test
    void all_are_given_the_same_page() throws Exception {
        recent.join(0);
        recent.join(0);
        grow(2);
        assertThat(recent.await(0, NO_TIME).orElseThrow())
                .isSameAs(recent.await(0, NO_TIME).orElseThrow());
    }

    @Test
    void whoever_is_in_the_midst_of_a_page_is_given_that_page_and_sees_the_rest_of_it() throws Exception {
        recent.join(0);
        grow(3);
        var page = recent.await(1, NO_TIME).orElseThrow();
        assertThat(page.behind(1, Set.of())).extracting(FeedEvent::position).containsExactly(2L, 3L);
    }

    @Test
    void every_position_leads_to_the_page_behind_it() throws Exception {
        recent.join(0);
        grow(1);
        grow(2);
        grow(4);
        for (var position = 0; position < 4; position++) {
            var page = recent.await(position, NO_TIME).orElseThrow();
            assertThat(page.behind(position, Set.of()).getFirst().position()).isEqualTo(position + 1);
        }
    }

    @Test
    void old_pages_make_room_and_whoever_is_behind_them_is_told_so() throws Exception {
        recent.join(0);
        grow(2);
        grow(4);
        grow(6);
        assertThat(recent.isPast(1)).isTrue();
        assertThat(recent.await(1, NO_TIME)).isEmpty();
        assertThat(recent.isPast(2)).isFalse();
        assertThat(recent.await(2, NO_TIME)).isPresent();
    }

    @Test
    void a_page_beyond_all_room_is_not_kept_and_whoever_needs_it_is_told_so() throws Exception {
        recent.join(0);
        grow(50);
        assertThat(recent.await(0, NO_TIME)).isEmpty();
        assertThat(recent.isPast(0)).isTrue();
        assertThat(recent.isPast(50)).isFalse();
        grow(51);
        assertThat(recent.await(50, NO_TIME)).isPresent();
    }

    @Test
    void who_waits_at_the_end_is_woken() throws Exception {
        recent.join(0);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = CompletableFuture.supplyAsync(
                    () -> {
                        try {
                            return recent.await(0, Duration.ofSeconds(10)).orElseThrow();
                        } catch (InterruptedException interrupted) {
                            throw new IllegalStateException(interrupted);
                        }
                    },
                    threads);
            grow(1);
            assertThat(waiting.get(20, TimeUnit.SECONDS).last()).isEqualTo(1);
        }
    }

    @Test
    void nobody_waits_any_more_once_it_has_stopped() throws Exception {
        recent.join(0);
        recent.stop();
        assertThat(recent.await(0, Duration.ofMinutes(1))).isEmpty();
    }

    @Test
    void what_was_read_before_an_erasure_is_neither_kept_nor_added_after_it() throws Exception {
        recent.join(0);
        grow(2);
        var before = recent.awaitFollowers();
        var old = page(2, 4);
        recent.forget();
        recent.add(old, before);
        assertThat(recent.isPast(1)).isTrue();
        assertThat(recent.isPast(2)).isFalse();
        assertThat(recent.await(2, NO_TIME)).isEmpty();
        grow(4);
        assertThat(recent.await(2, NO_TIME).orElseThrow()).isNotSameAs(old);
    }

    @Test
    void nothing_is_held_while_nobody_follows_and_nothing_is_missed_by_who_comes_then() throws Exception {
        recent.join(0);
        grow(2);
        recent.leave();
        recent.join(7);
        assertThat(recent.isPast(0)).isTrue();
        assertThat(recent.isPast(6)).isTrue();
        assertThat(recent.await(7, NO_TIME)).isEmpty();
    }

    @Test
    void where_a_case_is_is_asked_once_until_one_was_sent_to_another_post() throws Exception {
        var post = new AtomicReference<>(new PostCode("MNL"));
        var asked = new AtomicInteger();
        recent.join(0);
        recent.add(of(1, false, post, asked), recent.awaitFollowers());
        var page = recent.await(0, NO_TIME).orElseThrow();
        assertThat(page.behind(0, Set.of(new PostCode("MNL")))).hasSize(1);
        assertThat(page.behind(0, Set.of(new PostCode("CDJ")))).isEmpty();
        post.set(new PostCode("CDJ"));
        recent.add(of(2, false, post, asked), recent.awaitFollowers());
        assertThat(page.knows(Set.of(new PostCode("CDJ")))).isTrue();
        assertThat(asked).hasValue(1);
        recent.add(of(3, true, post, asked), recent.awaitFollowers());
        assertThat(page.knows(Set.of(new PostCode("CDJ")))).isFalse();
        assertThat(page.behind(0, Set.of(new PostCode("MNL")))).isEmpty();
        assertThat(page.behind(0, Set.of(new PostCode("CDJ")))).hasSize(1);
    }

    private static FeedPage of(long position, boolean moving, AtomicReference<PostCode> post, AtomicInteger asked) {
        var subject = new UUID(0, 1);
        return new FeedPage(position - 1, List.of(new FeedEvent(position, subject, new byte[10], moving)), () -> {
            asked.incrementAndGet();
            return Map.of(subject, post.get());
        });
    }

    @Test
    void a_page_that_leaves_a_hole_is_refused() throws Exception {
        recent.join(0);
        var end = recent.awaitFollowers();
        assertThatThrownBy(() -> recent.add(page(1, 2), end)).isInstanceOf(IllegalArgumentException.class);
    }
}
