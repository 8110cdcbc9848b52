package consular.benchmarks.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Made-up histories with every kind of change, replayed on a durable database and verified. */
class HistoryReplayTest {
    private static HistoryReport report;

    @BeforeAll
    static void replay() throws Exception {
        var file = Path.of(HistoryReplayTest.class.getResource("/histories.csv").toURI());
        report = HistoryReplay.run(file, 4, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
    }

    @Test
    void every_case_is_given_and_only_one_without_anybody_is_rejected() {
        assertThat(report.json()).contains(entry("cases", 18), entry("rejected", Map.of("NO_PRINCIPAL", 1L)));
    }

    @Test
    void what_the_law_does_not_know_is_reported_and_not_forced_in() {
        assertThat(report.json().get("unknownTransitionsByKind"))
                .isEqualTo(Map.of(
                        "a person issued → ap, visa issued", 1L,
                        "a person refused221g → ready", 2L,
                        "a person ready disappears", 1L,
                        "the consulate changes", 1L));
        assertThat(report.json()).containsEntry("unknownTransitions", 5L);
    }

    @Test
    void every_other_case_ends_as_the_source_has_it() {
        assertThat(report.json())
                .containsEntry("casesEqual", 14L)
                .containsEntry("casesEqualAtAnotherPost", 1L)
                .containsEntry(
                        "casesUnequalByKind",
                        Map.of(
                                "in law issued, in the source ap", 1L,
                                "in law refused 221(g), document, in the source ready", 1L,
                                "in law not executed, gone from the source", 1L,
                                "nobody in the case", 1L));
    }

    @Test
    void the_log_holds_what_was_acknowledged_and_folds_to_it() {
        assertThat(report.json())
                .containsEntry("verified", true)
                .containsEntry("eventsInLog", report.json().get("eventsAcknowledged"));
    }

    @Test
    void what_the_source_leaves_open_is_told() {
        assertThat(report.json().get("choices"))
                .isEqualTo(Map.of(
                        "cases of which the source knows no post, registered at FRN", 1L,
                        "cases to which the source adds persons later, registered with everyone at once", 1L,
                        "applications on a closed day, moved to a working day between the same snapshots", 1L,
                        "acts dated by the snapshot: the source's date lies outside the interval, or is missing", 1L));
    }

    @Test
    void the_report_in_words_says_the_same() {
        var text = new ByteArrayOutputStream();
        report.print(new PrintStream(text, true, StandardCharsets.UTF_8));

        assertThat(text.toString(StandardCharsets.UTF_8))
                .contains("18 cases", "NO_PRINCIPAL", "a person ready disappears", "verified")
                .doesNotContain("NOT verified");
    }
}
