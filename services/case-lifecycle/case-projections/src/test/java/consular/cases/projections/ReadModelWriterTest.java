package consular.cases.projections;

import static consular.cases.projections.Cases.OFFICER;
import static consular.cases.projections.TestPosts.MANILA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import consular.cases.domain.CaseCommand.AddCaseNote;
import consular.cases.domain.people.CaseId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Rows are as new as the newest fold, whoever writes last. It writes the generation that nobody else fills. */
class ReadModelWriterTest {
    private static ReadSide side;
    private static ReadModelWriter writer;
    private static TransactionTemplate batch;

    @BeforeAll
    static void start() {
        side = ReadSide.started();
        writer = side.bean(ReadModelWriter.class);
        batch = new TransactionTemplate(side.bean(PlatformTransactionManager.class));
    }

    @AfterAll
    static void stop() {
        side.close();
    }

    @Test
    void the_same_events_twice_give_the_same_rows() {
        var caseId = side.cases.refused221g(MANILA);
        write(Map.of(caseId, 3L));
        var once = rowsOf(caseId);
        write(Map.of(caseId, 3L));
        write(Map.of(caseId, 1L));

        assertThat(once.get("fee_windows")).hasSize(1);
        assertThat(rowsOf(caseId)).isEqualTo(once);
    }

    @Test
    void a_case_is_folded_to_what_the_log_has_by_now() {
        var caseId = side.cases.refused221g(MANILA);
        write(Map.of(caseId, 1L));

        assertThat(version(caseId)).isEqualTo(side.cases.version(caseId));
    }

    /** The log hands out one at a time here. */
    @Test
    void many_cases_are_written_portion_by_portion() {
        var first = side.cases.refused221g(MANILA);
        var second = side.cases.applied(MANILA);
        write(Map.of(first, 3L, second, 1L));

        assertThat(version(first)).isEqualTo(side.cases.version(first));
        assertThat(version(second)).isEqualTo(side.cases.version(second));
        assertThat(side.log.mostAtOnce()).isEqualTo(1);
    }

    @Test
    void an_older_fold_never_overwrites_a_newer_one() {
        var caseId = side.cases.applied(MANILA);
        var older = side.cases.file(caseId);
        side.cases.give(caseId, OFFICER, new consular.cases.domain.CaseCommand.IssueVisa(Cases.APPLICANT, null));
        write(Map.of(caseId, side.cases.version(caseId)));
        var newest = rowsOf(caseId);

        batch.executeWithoutResult(_ -> writer.write(List.of(older), Generation.GREEN));

        assertThat(newest.get("decisions_due")).isEmpty();
        assertThat(rowsOf(caseId)).isEqualTo(newest);
        assertThat(version(caseId)).isEqualTo(side.cases.version(caseId));
    }

    @Test
    void of_many_writers_at_once_the_newest_wins_and_none_is_stuck() throws Exception {
        var caseIds =
                IntStream.range(0, 40).mapToObj(_ -> side.cases.applied(MANILA)).toList();
        var folds = new ArrayList<List<consular.cases.domain.CaseState.CaseFile>>();
        for (var round = 0; round < 12; round++) {
            for (var caseId : caseIds) {
                side.cases.give(caseId, OFFICER, new AddCaseNote("note " + round));
            }
            var fold = new ArrayList<>(caseIds.stream().map(side.cases::file).toList());
            java.util.Collections.shuffle(fold, new java.util.Random(round));
            folds.add(fold);
        }
        java.util.Collections.shuffle(folds, new java.util.Random(7));

        try (var pool = Executors.newFixedThreadPool(6)) {
            var writes = folds.stream()
                    .map(fold -> (Callable<Void>) () -> {
                        batch.executeWithoutResult(_ -> writer.write(fold, Generation.GREEN));
                        return null;
                    })
                    .toList();
            for (var done : pool.invokeAll(writes)) {
                done.get();
            }
        }

        assertThat(caseIds).allSatisfy(caseId -> {
            assertThat(version(caseId)).isEqualTo(side.cases.version(caseId));
            assertThat(rowsOf(caseId).get("decisions_due")).hasSize(1);
        });
    }

    @Test
    void a_history_that_lacks_a_delivered_event_stops_the_batch() {
        var caseId = side.cases.registered(MANILA);

        assertThatIllegalStateException()
                .isThrownBy(() -> write(Map.of(caseId, 2L)))
                .withMessageContaining(caseId.toString());
        assertThatIllegalStateException().isThrownBy(() -> write(Map.of(new CaseId(UUID.randomUUID()), 1L)));
    }

    private static void write(Map<CaseId, Long> wanted) {
        batch.executeWithoutResult(_ -> writer.write(wanted, Generation.GREEN));
    }

    private static long version(CaseId caseId) {
        return side.jdbc
                .sql("select version from read_models_green.progress where case_id = ?")
                .param(caseId.value())
                .query(Long.class)
                .single();
    }

    private static Map<String, List<String>> rowsOf(CaseId caseId) {
        var rows = new TreeMap<String, List<String>>();
        for (var table : List.of(
                "fee_windows",
                "terminations",
                "reviews",
                "decisions_due",
                "advisory_opinions",
                "document_returns",
                "deadlines")) {
            rows.put(
                    table,
                    side.jdbc
                            .sql("select it::text from read_models_green." + table
                                    + " as it where case_id = ? order by 1")
                            .param(caseId.value())
                            .query(String.class)
                            .list());
        }
        return rows;
    }
}
