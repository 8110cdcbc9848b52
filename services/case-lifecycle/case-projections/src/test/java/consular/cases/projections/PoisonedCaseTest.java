package consular.cases.projections;

import static consular.cases.projections.Cases.OFFICER;
import static consular.cases.projections.TestPosts.BOGOTA;
import static consular.cases.projections.TestPosts.MANILA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import consular.cases.domain.CaseCommand.AddCaseNote;
import consular.cases.domain.people.CaseId;
import consular.cases.projections.deadletters.DeadLetterOperations;
import consular.cases.projections.deadletters.DeadLetterOperations.Held;
import consular.cases.projections.deadletters.DeadLetterProblem;
import consular.cases.projections.feewindows.FeeWindow;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A case of which no rows can be made stays as it was, its later events wait behind the one that could not be taken in, and
 * nothing else is kept back.
 */
class PoisonedCaseTest {
    private static final String READ_MODELS = "read-models";

    private ReadSide side;
    private CaseId poisoned;
    private long seen;

    @BeforeEach
    void poison() {
        side = ReadSide.started();
        side.cases.itIs("2024-03-05", BOGOTA);
        poisoned = side.cases.refused221g(BOGOTA);
        side.hasSeen(poisoned);
        seen = side.cases.version(poisoned);
        posts().loseCalendarOf(BOGOTA);
        note();
    }

    @AfterEach
    void stop() {
        side.close();
    }

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
        var start = System.nanoTime();
        assertThatExceptionOfType(CaseHeldBack.class)
                .isThrownBy(() -> side.readModels().awaitCase(poisoned, seen + 1))
                .withMessageContaining(poisoned.toString())
                .withMessageContaining("event " + (seen + 1));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        assertThat(side.readModels().awaitCase(poisoned, seen)).isTrue();
        assertThat(windowsOf(poisoned)).isEqualTo(1);
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

    private TestPosts posts() {
        return side.bean(TestPosts.class);
    }

    private DeadLetterOperations operations() {
        return side.bean(DeadLetterOperations.class);
    }

    private void note() {
        side.cases.give(poisoned, OFFICER, new AddCaseNote("one more event"));
    }

    private List<Held> all() {
        return operations().held(null, null, 10, null);
    }

    private Held held() {
        return heldBehind(0);
    }

    private Held heldBehind(long behind) {
        return heldBehind(poisoned, behind);
    }

    private Held heldBehind(CaseId caseId, long behind) {
        var end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (System.nanoTime() < end) {
            var held = operations().held(READ_MODELS, caseId.toString(), 10, null);
            if (!held.isEmpty() && held.getFirst().waitingBehind() >= behind) {
                return held.getFirst();
            }
            LockSupport.parkNanos(10_000_000);
        }
        throw new AssertionError("there are no such letters: " + all());
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

    private long windowsOf(CaseId caseId) {
        return side.all(ReadModelName.FEE_WINDOWS, Map.of()).stream()
                .map(FeeWindow.class::cast)
                .filter(window -> window.caseId().equals(caseId.value()))
                .count();
    }
}
