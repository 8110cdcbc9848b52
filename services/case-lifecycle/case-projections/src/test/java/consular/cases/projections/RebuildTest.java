package consular.cases.projections;

import static consular.cases.projections.Cases.OFFICER;
import static consular.cases.projections.TestPosts.BOGOTA;
import static consular.cases.projections.TestPosts.MANILA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import consular.cases.domain.CaseCommand.AddCaseNote;
import consular.cases.domain.people.CaseId;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One generation serves while the other is built from the log, and the two are equal. */
class RebuildTest {
    private ReadSide side;
    private CaseId refused;

    @BeforeEach
    void start() {
        side = ReadSide.started();
        for (var n = 0; n < 30; n++) {
            side.cases.itIs("2024-03-0" + (n % 4 + 5), MANILA);
            side.cases.refusedFraud(BOGOTA, n % 2 == 0);
            side.cases.applied(MANILA);
            refused = side.cases.refused221g(MANILA);
        }
        side.log.caseIds().forEach(side::hasSeen);
    }

    @AfterEach
    void stop() {
        side.close();
    }

    @Test
    void what_was_rebuilt_equals_what_served_and_serves_from_then_on() {
        var before = side.all(ReadModelName.REVIEWS, Map.of());

        var report = side.operations().rebuild();

        assertThat(report.switched()).isTrue();
        assertThat(report.cases()).isEqualTo(90);
        assertThat(report.rows()).containsEntry("fee_windows", 60L).containsEntry("decisions_due", 30L);
        assertThat(report.differences())
                .containsOnlyKeys(report.rows().keySet())
                .allSatisfy((_, cases) -> assertThat(cases).isZero());
        assertThat(side.active()).isEqualTo(Generation.GREEN);
        assertThat(side.all(ReadModelName.REVIEWS, Map.of())).isEqualTo(before);
    }

    @Test
    void the_new_generation_follows_the_log_and_can_be_rebuilt_in_turn() {
        side.operations().rebuild();
        side.cases.presented(refused);
        side.hasSeen(refused);
        side.isUpToDate();

        var again = side.operations().rebuild();

        assertThat(again.switched()).isTrue();
        assertThat(side.active()).isEqualTo(Generation.BLUE);
        side.hasSeen(side.cases.refused221g(BOGOTA));
    }

    @Test
    void nobody_is_sent_back_before_their_own_write_by_a_switch() throws Exception {
        var stop = new AtomicBoolean();
        try (var pool = Executors.newSingleThreadExecutor()) {
            var writes = pool.submit(() -> {
                var written = 0;
                while (!stop.get()) {
                    var caseId = side.cases.refused221g(MANILA);
                    side.cases.give(caseId, OFFICER, new AddCaseNote("seen"));
                    side.hasSeen(caseId);
                    assertThat(side.readModels().awaitCase(caseId, side.cases.version(caseId)))
                            .isTrue();
                    written++;
                }
                return written;
            });
            try {
                for (var n = 0; n < 3; n++) {
                    assertThat(side.operations().rebuild().switched()).isTrue();
                }
            } finally {
                stop.set(true);
            }
            assertThat(writes.get()).isPositive();
        }
        var report = side.operations().compare();
        assertThat(report.isEqual()).as(report.toString()).isTrue();
    }

    @Test
    void a_tampered_row_is_found_and_a_rebuild_mends_it() {
        side.jdbc
                .sql("update read_models_blue.fee_windows set fee_window_end = '2099-01-01' where case_id = ?")
                .param(refused.value())
                .update();
        side.jdbc
                .sql("delete from read_models_blue.reviews where case_id = ?")
                .param(refused.value())
                .update();

        var report = side.operations().compare();

        assertThat(report.isEqual()).isFalse();
        assertThat(report.cases()).isEqualTo(90);
        assertThat(report.differences())
                .containsEntry("fee_windows", 1L)
                .containsEntry("reviews", 1L)
                .containsEntry("terminations", 0L);
        assertThat(report.examples()).containsExactly(refused);
        assertThat(side.active()).isEqualTo(Generation.BLUE);

        assertThat(side.operations().rebuild().differences()).containsEntry("fee_windows", 1L);
        assertThat(side.operations().compare().isEqual()).isTrue();
        assertThat(side.all(ReadModelName.FEE_WINDOWS, Map.of("closingBefore", "2090-01-01")))
                .hasSize(60);
    }

    @Test
    void a_case_that_the_live_side_lost_is_reported_and_kept_by_the_rebuild() {
        side.jdbc
                .sql("delete from read_models_blue.progress where case_id = ?")
                .param(refused.value())
                .update();

        var report = side.operations().compare();

        assertThat(report.unsettled()).isEqualTo(1);
        assertThat(report.isEqual()).isFalse();
        assertThat(report.examples()).containsExactly(refused);
    }

    @Test
    void there_is_one_rebuild_at_a_time() throws Exception {
        try (var connection = side.dataSource.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("select pg_advisory_lock(hashtext('consular.read-models.rebuild'))");

            assertThatExceptionOfType(RebuildFailed.class)
                    .isThrownBy(() -> side.operations().rebuild())
                    .matches(RebuildFailed::isAnotherUnderWay);
            statement.execute("select pg_advisory_unlock_all()");
        }
        assertThat(side.operations().rebuild().switched()).isTrue();
    }

    @Test
    void another_node_follows_the_switch() throws Exception {
        try (var other = side.another("node-2")) {
            assertThat(other.operations().rebuild().switched()).isTrue();

            assertThat(side.active()).isEqualTo(Generation.GREEN);
            var caseId = side.cases.refused221g(MANILA);
            side.hasSeen(caseId);
            other.hasSeen(caseId);
            // This node gives up the old generation by itself, so that it can be rebuilt from either.
            assertThat(side.operations().rebuild().switched()).isTrue();
        }
        side.hasSeen(side.cases.refused221g(MANILA));
        assertThat(side.active()).isEqualTo(Generation.BLUE);
    }

    @Test
    void the_lag_counts_what_has_not_been_seen_and_since_when() {
        assertThat(side.operations().status().active()).isEqualTo("BLUE");
        side.isUpToDate();
        assertThat(side.operations().status().lag()).isEqualTo(ReadModelLag.NONE);
        var processors = side.bean(Processors.class);
        processors.stop();
        side.cases.itIs("2024-06-03", MANILA);
        side.cases.registered(MANILA);
        side.cases.applied(MANILA);
        side.cases.itIs("2024-06-04", MANILA);

        assertThat(side.operations().status().lag()).isEqualTo(new ReadModelLag(3, Duration.ofDays(1)));

        processors.start();
        side.isUpToDate();
        assertThat(side.operations().status().lag()).isEqualTo(ReadModelLag.NONE);
    }

    @Test
    void a_wait_for_what_never_comes_ends_after_two_seconds() {
        var start = System.nanoTime();
        assertThat(side.readModels().awaitCase(refused, side.cases.version(refused) + 1))
                .isFalse();
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isBetween(Duration.ofSeconds(2), Duration.ofSeconds(20));
    }
}
