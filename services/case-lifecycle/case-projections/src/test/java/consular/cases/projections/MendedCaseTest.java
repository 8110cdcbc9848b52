package consular.cases.projections;

import static consular.cases.projections.TestPosts.MANILA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import consular.cases.projections.deadletters.DeadLetterOperations;
import consular.cases.projections.deadletters.DeadLetterProblem;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;

/** A case that was held back goes on once it is mended, given up or built anew, and on whichever node. */
class MendedCaseTest extends PoisonedCaseTestBase {
    @Test
    void trying_again_takes_in_all_of_them_once_it_is_mended_and_the_case_goes_on() {
        held();
        note();
        heldBehind(1);

        var failed = operations().retry(READ_MODELS, poisoned.toString());
        assertThat(failed.done()).isFalse();
        assertThat(failed.left()).isEqualTo(2);
        assertThat(failed.cause()).isNotBlank();

        posts().findCalendars();
        var mended = operations().retry(READ_MODELS, poisoned.toString());
        assertThat(mended.done()).isTrue();
        assertThat(mended.left()).isZero();

        side.hasSeen(poisoned);
        note();
        side.hasSeen(poisoned);
        assertThat(all()).isEmpty();
        assertThat(side.operations().compare().isEqual()).isTrue();
        assertThatExceptionOfType(DeadLetterProblem.class)
                .isThrownBy(() -> operations().retry(READ_MODELS, poisoned.toString()));
    }

    @Test
    void of_two_nodes_that_try_at_once_each_letter_is_taken_in_once() throws Exception {
        held();
        for (var n = 0; n < 20; n++) {
            note();
        }
        heldBehind(20);
        posts().findCalendars();
        try (var other = side.another("node-2");
                var pool = Executors.newFixedThreadPool(2)) {
            var tries = Stream.of(side, other)
                    .<Callable<Object>>map(node -> () -> {
                        try {
                            return node.bean(DeadLetterOperations.class).retry(READ_MODELS, poisoned.toString());
                        } catch (DeadLetterProblem taken) {
                            return taken;
                        }
                    })
                    .toList();
            for (var tried : pool.invokeAll(tries)) {
                assertThat(tried.get()).isNotNull();
            }
            for (var n = 0; n < 5; n++) {
                note();
            }
            side.hasSeen(poisoned);
            assertThat(all()).isEmpty();
        }
    }

    @Test
    void what_waits_outlives_the_node_and_another_can_try_it() {
        held();
        side.bean(Processors.class).stop();

        try (var other = side.another("node-2")) {
            note();
            heldBehind(1);
            assertThat(other.bean(DeadLetterOperations.class)
                            .retry(READ_MODELS, poisoned.toString())
                            .done())
                    .isTrue();
            other.hasSeen(poisoned);
            assertThat(all()).isEmpty();
        }
    }

    @Test
    void giving_up_is_recorded_for_good_and_the_next_event_folds_the_whole_case() {
        held();
        note();
        heldBehind(1);

        var evicted = operations().evict(READ_MODELS, poisoned.toString(), "admin", "mended in release 7");

        assertThat(evicted.letters()).isEqualTo(2);
        assertThat(all()).isEmpty();
        assertThat(side.jdbc
                        .sql("select evicted_by || ': ' || reason || ', ' || letters from dead_letter_eviction")
                        .query(String.class)
                        .single())
                .isEqualTo("admin: mended in release 7, 2");
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> side.jdbc
                        .sql("update dead_letter_eviction set reason = 'none'")
                        .update());
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(
                        () -> side.jdbc.sql("delete from dead_letter_eviction").update());
        assertThatExceptionOfType(DeadLetterProblem.class)
                .isThrownBy(() -> operations().evict(READ_MODELS, poisoned.toString(), "admin", "again"));
        posts().findCalendars();
        note();
        side.hasSeen(poisoned);
    }

    @Test
    void a_rebuild_forgets_the_letters_and_tries_it_again() {
        held();
        posts().findCalendars();

        assertThat(side.operations().rebuild().switched()).isTrue();

        side.hasSeen(poisoned);
        assertThat(windowsOf(poisoned)).isEqualTo(1);
        assertThat(all()).isEmpty();
    }

    @Test
    void a_case_that_is_not_mended_keeps_no_rebuild_from_serving() {
        held();
        var other = side.cases.refused221g(MANILA);
        side.hasSeen(other);

        assertThat(side.operations().rebuild().switched()).isTrue();

        side.hasSeen(other);
        assertThat(held().waitingBehind()).isEqualTo(seen);
        posts().findCalendars();
        assertThat(operations().retry(READ_MODELS, poisoned.toString()).done()).isTrue();
        side.hasSeen(poisoned);
    }
}
