package consular.cases.projections;

import static consular.cases.projections.Cases.OFFICER;
import static consular.cases.projections.TestPosts.BOGOTA;
import static consular.cases.projections.TestPosts.MANILA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import consular.cases.domain.CaseCommand.AddCaseNote;
import consular.cases.domain.people.CaseId;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A case of which no rows can be made stays as it was, its later events wait behind the one that could not be taken in, and
 * nothing else is kept back.
 */
class PoisonedCaseTest extends PoisonedCaseTestBase {
    @Test
    void fifty_others_go_on_and_it_is_counted() {
        var others = new ArrayList<CaseId>();
        for (var n = 0; n < 50; n++) {
            others.add(side.cases.refused221g(MANILA));
        }
        // one more to each, so that every segment has gone on after it
        others.forEach(other -> side.cases.give(other, OFFICER, new AddCaseNote("and on")));

        assertThat(others).allSatisfy(side::hasSeen);
        assertThat(side.bean(MeterRegistry.class)
                        .get("consular.read.models.failed")
                        .functionCounter()
                        .count())
                .isEqualTo(1);
        assertThat(gauge("consular.dead.letters")).isEqualTo(1);
        assertThat(gauge("consular.dead.letters.oldest.age")).isPositive();
    }

    @Test
    void its_old_rows_stay_and_whoever_waits_for_new_ones_is_told_at_once_of_the_dead_letter() {
        assertThat(held().position()).isEqualTo(seen + 1);
        // a busy machine may stand still during one of them
        var soonest = IntStream.range(0, 5).mapToLong(_ -> untilTold()).min().orElseThrow();
        assertThat(Duration.ofNanos(soonest)).isLessThan(Duration.ofSeconds(2));
        assertThat(side.readModels().awaitCase(poisoned, seen)).isTrue();
        assertThat(windowsOf(poisoned)).isEqualTo(1);
    }

    private long untilTold() {
        var start = System.nanoTime();
        assertThatExceptionOfType(CaseHeldBack.class)
                .isThrownBy(() -> side.readModels().awaitCase(poisoned, seen + 1))
                .withMessageContaining(poisoned.toString())
                .withMessageContaining("event " + (seen + 1));
        return System.nanoTime() - start;
    }

    /** Into the generation that rests, so that nobody else delivers anything. */
    @Test
    void what_its_rows_show_already_does_not_wait_although_it_is_delivered_only_then() {
        held();
        var resting = side.active().other();
        posts().findCalendars();
        deliver(resting);
        posts().loseCalendarOf(BOGOTA);
        note();
        deliver(resting);

        assertThat(side.jdbc
                        .sql("select stream_sequence from dead_letter_entry where processor = ?")
                        .param(resting.processor())
                        .query(Long.class)
                        .list())
                .containsExactly(seen + 1);
    }

    private void deliver(Generation generation) {
        var events = side.log.messagesOf(poisoned);
        new TransactionTemplate(side.bean(PlatformTransactionManager.class))
                .executeWithoutResult(
                        _ -> side.bean(CaseIntakes.class).of(generation).take(Map.of(poisoned, events)));
    }

    @Test
    void later_events_wait_behind_it_in_their_order_though_they_could_be_taken_in() {
        held();
        posts().findCalendars();
        note();
        note();

        var held = heldBehind(2);

        assertThat(held.cause()).startsWith("at consular.cases.");
        assertThat(held.eventSequence()).isEqualTo(seen);
        assertThat(letters()).containsExactly(seen, seen + 1, seen + 2);
        assertThat(side.readModels().awaitCase(poisoned, seen)).isTrue();
        assertThat(windowsOf(poisoned)).isEqualTo(1);
    }

    @Test
    void a_row_that_its_table_refuses_holds_back_its_case_alone() {
        var refused = side.cases.registered(MANILA);
        side.hasSeen(refused);
        side.jdbc
                .sql("alter table read_models_blue.progress add constraint not_that check (case_id <> '" + refused
                        + "' or version < 2)")
                .update();
        var others = List.of(side.cases.registered(MANILA), side.cases.registered(MANILA));
        side.cases.give(refused, OFFICER, new AddCaseNote("what the table refuses"));
        var later = side.cases.registered(MANILA);

        assertThat(others).allSatisfy(side::hasSeen);
        side.hasSeen(later);
        assertThat(heldBehind(refused, 0).cause()).contains("SQL state 23514");
        assertThatExceptionOfType(CaseHeldBack.class)
                .isThrownBy(() -> side.readModels().awaitCase(refused, 2));

        side.jdbc
                .sql("alter table read_models_blue.progress drop constraint not_that")
                .update();
        assertThat(operations().retry(READ_MODELS, refused.toString()).done()).isTrue();
        side.hasSeen(refused);
    }

    @Test
    void a_history_that_cannot_be_read_holds_back_its_case_alone() {
        var unreadable = side.cases.registered(MANILA);
        side.hasSeen(unreadable);
        side.log.garble(unreadable);
        side.cases.give(unreadable, OFFICER, new AddCaseNote("what nobody can read"));
        var others = List.of(side.cases.registered(MANILA), side.cases.registered(MANILA));

        assertThat(others).allSatisfy(side::hasSeen);
        assertThat(heldBehind(unreadable, 0).causeType()).isEqualTo(IllegalStateException.class.getName());
    }

    private List<Long> letters() {
        return side.jdbc
                .sql("select stream_sequence from dead_letter_entry where sequence_identifier = ? order by"
                        + " sequence_index")
                .param(poisoned.toString())
                .query((row, _) -> row.getLong(1))
                .list();
    }

    private double gauge(String name) {
        return side.bean(MeterRegistry.class)
                .get(name)
                .tag("processor", READ_MODELS)
                .gauge()
                .value();
    }
}
