package consular.ledger.postgres.sequencing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.ledger.postgres.sequencing.Ordering.Batch;
import consular.ledger.postgres.sequencing.Ordering.Placed;
import consular.ledger.postgres.sequencing.Ordering.Seen;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class OrderingTest {

    private static final Ordering EMPTY = ordering(0, 0, Map.of());

    @Test
    void what_is_seen_at_once_gets_its_places_in_the_order_of_the_numbers() {
        var step = EMPTY.step(seen(100, new Batch(3, 5), new Batch(1, 2), new Batch(2, 1)));

        assertThat(step.placed())
                .containsExactly(
                        new Placed(0, new Batch(1, 2)), new Placed(2, new Batch(2, 1)), new Placed(3, new Batch(3, 5)));
        assertThat(step.next()).isEqualTo(ordering(8, 3, Map.of()));
    }

    @Test
    void whoever_is_passed_over_stays_open_and_nobody_waits_for_it() {
        var step = EMPTY.step(seen(100, new Batch(2, 1), new Batch(5, 1)));

        assertThat(step.placed()).containsExactly(new Placed(0, new Batch(2, 1)), new Placed(1, new Batch(5, 1)));
        assertThat(step.next())
                .isEqualTo(ordering(
                        2, 5, Map.of(1L, Ordering.UNRECORDED, 3L, Ordering.UNRECORDED, 4L, Ordering.UNRECORDED)));
    }

    @Test
    void whoever_comes_late_gets_the_next_place_and_is_open_no_more() {
        var late = ordering(7, 5, Map.of(2L, 40L, 4L, 41L)).step(seen(40, new Batch(4, 3), new Batch(6, 1)));

        assertThat(late.placed()).containsExactly(new Placed(7, new Batch(4, 3)), new Placed(10, new Batch(6, 1)));
        assertThat(late.next()).isEqualTo(ordering(11, 6, Map.of(2L, 40L)));
    }

    @Test
    void the_transaction_that_records_a_passing_over_is_remembered_once() {
        var open = ordering(7, 5, Map.of(2L, 40L, 4L, Ordering.UNRECORDED));

        assertThat(open.recordedBy(50)).isEqualTo(ordering(7, 5, Map.of(2L, 40L, 4L, 50L)));
        assertThat(open.recordedBy(50).recordedBy(60)).isEqualTo(open.recordedBy(50));
    }

    @Test
    void an_open_number_is_given_up_only_when_the_transaction_that_recorded_it_is_older_than_all_that_run() {
        var open = ordering(7, 5, Map.of(2L, 40L, 4L, 41L));

        assertThat(open.step(seen(40)).next()).isEqualTo(open);
        assertThat(open.step(seen(41)).next()).isEqualTo(ordering(7, 5, Map.of(4L, 41L)));
        assertThat(open.step(seen(42)).next()).isEqualTo(ordering(7, 5, Map.of()));
    }

    @Test
    void looking_again_gives_nothing_up() {
        var ordering = ordering(7, 5, Map.of(2L, 40L));
        for (var look = 0; look < 100_000; look++) {
            ordering = ordering.step(seen(40)).next();
        }

        assertThat(ordering.step(seen(40, new Batch(2, 1))).placed()).containsExactly(new Placed(7, new Batch(2, 1)));
    }

    @Test
    void what_nobody_has_recorded_yet_is_never_given_up() {
        assertThat(ordering(7, 5, Map.of(2L, Ordering.UNRECORDED))
                        .step(seen(Long.MAX_VALUE))
                        .next()
                        .open())
                .containsOnlyKeys(2L);
    }

    @Test
    void no_batch_gets_a_second_place() {
        var ordering = ordering(7, 5, Map.of(2L, 40L));

        for (var number : List.of(1L, 3L, 5L)) {
            assertThatThrownBy(() -> ordering.step(seen(40, new Batch(number, 1))))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("batch " + number);
        }
    }

    @Test
    void a_new_leader_takes_what_was_passed_over_for_open() {
        assertThat(Ordering.takenOver(9, 8, List.of(4L, 7L), 70)).isEqualTo(ordering(9, 8, Map.of(4L, 70L, 7L, 70L)));
        assertThat(Ordering.takenOver(9, 3, List.of(), 70)).isEqualTo(ordering(9, 3, Map.of()));
    }

    @Test
    void a_look_that_shows_nothing_new_copies_nothing() {
        var open = ordering(7, 5, Map.of(2L, 40L));

        assertThat(open.step(seen(40)).next()).isSameAs(open);
    }

    private static Seen seen(long oldestRunning, Batch... batches) {
        return new Seen(List.of(batches), oldestRunning);
    }

    private static Ordering ordering(long size, long highest, Map<Long, Long> open) {
        return new Ordering(size, highest, new TreeMap<>(open));
    }
}
