package consular.cases.domain.law.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import consular.cases.domain.law.Rule;
import consular.cases.domain.law.RuleSet;
import consular.cases.domain.law.Validity;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rule sheet answers for every rule. */
class RuleSheetTest {
    /** How many rules each chapter has. */
    private static final Map<String, Integer> CHAPTERS = Map.ofEntries(
            Map.entry("IV", 18),
            Map.entry("FAM", 6),
            Map.entry("LTR", 13),
            Map.entry("VOC", 8),
            Map.entry("SUP", 15),
            Map.entry("OVC", 10),
            Map.entry("FEE", 8),
            Map.entry("DOC", 4),
            Map.entry("TRM", 18),
            Map.entry("AO", 10),
            Map.entry("QR", 5),
            Map.entry("CLS", 2),
            Map.entry("ANN", 3),
            Map.entry("FIL", 3),
            Map.entry("RPT", 3),
            Map.entry("NIV", 13),
            Map.entry("TCN", 16),
            Map.entry("REV", 4));

    @ParameterizedTest
    @EnumSource
    void every_rule_says_something_and_how_well_it_is_attested(Rule rule) {
        var entry = RuleSheet.of(rule);
        assertThat(entry.rule()).isEqualTo(rule);
        assertThat(entry.statement()).endsWith(".").doesNotContain("\n", "  ", "|");
        assertThat(entry.confidence()).isNotEmpty().doesNotHaveDuplicates();
        assertThat(entry.quantity()).isNotEqualTo("");
    }

    /** What is known from private pages only must not pass for law, least of all where the law reads otherwise. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "R-OVC-09",
                "R-FEE-07",
                "R-FEE-08",
                "R-TRM-13",
                "R-TRM-14",
                "R-AO-10",
                "R-RPT-02",
                "R-RPT-03",
                "R-NIV-04",
                "R-NIV-10"
            })
    void what_is_known_from_secondary_sources_only_cites_no_law(String id) {
        assertThat(Rule.withId(id).citation())
                .endsWith("(secondary source)")
                .doesNotContain("CFR", "FAM", "INA ", "USC", " FR ");
    }

    @Test
    void every_number_of_every_chapter_is_there() {
        var numbers = Arrays.stream(Rule.values())
                .map(rule -> rule.id().split("-", -1))
                .collect(Collectors.groupingBy(
                        id -> id[1], Collectors.mapping(id -> Integer.parseInt(id[2]), Collectors.toSet())));
        assertThat(numbers).hasSize(CHAPTERS.size());
        numbers.forEach((chapter, found) -> assertThat(found)
                .as(chapter)
                .hasSize(CHAPTERS.get(chapter))
                .contains(1, Collections.max(found))
                .allMatch(number -> number >= 1 && number <= CHAPTERS.get(chapter)));
    }

    @Test
    void no_two_rules_say_the_same() {
        assertThat(RuleSheet.all())
                .hasSize(Rule.values().length)
                .extracting(RuleEntry::statement)
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0} on {1}: {2}")
    @CsvSource({
        "R-IV-01, 1999-01-01, true",
        "R-IV-02, 2019-04-21, false",
        "R-IV-02, 2019-04-22, true",
        "R-TRM-06, 2024-06-20, false",
        "R-TRM-06, 2024-06-21, true",
        "R-TCN-13, 2011-04-27, true",
        "R-TCN-13, 2011-04-28, false",
        "R-REV-03, 2002-03-31, false",
        "R-REV-03, 2002-04-01, true",
        "R-REV-04, 2002-03-31, false",
    })
    void some_rules_are_in_force_for_a_time_only(String id, LocalDate day, boolean inForce) {
        assertThat(RuleSheet.of(Rule.withId(id)).validity().holdsOn(day)).isEqualTo(inForce);
    }

    @Test
    void a_rule_that_a_rule_set_brings_begins_with_it() {
        assertThat(RuleSheet.of(Rule.DISCONTINUED_UNDER_AN_ORDER).validity())
                .isEqualTo(Validity.from(RuleSet.OF_2019_04_22.effectiveFrom()));
        assertThat(RuleSheet.of(Rule.RETROGRESSION_STOPS_THE_YEAR).validity())
                .isEqualTo(Validity.from(RuleSet.OF_2024_06_21.effectiveFrom()));
        for (var day = LocalDate.of(2018, 1, 1); day.getYear() < 2026; day = day.plusDays(1)) {
            var law = RuleSet.inForceOn(day);
            assertThat(RuleSheet.of(Rule.DISCONTINUED_UNDER_AN_ORDER).validity().holdsOn(day))
                    .isEqualTo(law.grantMayBeDiscontinued());
            assertThat(RuleSheet.of(Rule.RETROGRESSION_STOPS_THE_YEAR)
                            .validity()
                            .holdsOn(day))
                    .isEqualTo(law.retrogressionStopsTheClock());
        }
    }

    @Test
    void every_rule_set_after_the_first_says_what_it_changes() {
        for (var ruleSet : RuleSet.values()) {
            assertThat(ruleSet.source()).isNotBlank();
            assertThat(ruleSet.summary()).endsWith(".");
            assertThat(RuleChange.of(ruleSet).isEmpty()).isEqualTo(ruleSet == RuleSet.OF_2018_10_23);
            assertThat(RuleChange.of(ruleSet)).extracting(RuleChange::rule).doesNotHaveDuplicates();
        }
    }

    @Test
    void an_entry_reads_as_it_is_written() {
        assertThat(EntryText.read("R-IV-03 | seed, found | | until 2020-01-31\nOne thing\nand another."))
                .isEqualTo(new RuleEntry(
                        Rule.DECISION_BY_END_OF_WORKING_DAY,
                        "One thing and another.",
                        List.of(Confidence.SEED, Confidence.FOUND),
                        null,
                        Validity.until(LocalDate.of(2020, 1, 31))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"R-XX-01 | seed\nNo.", "R-IV-03 | rumour\nNo.", "R-IV-03 | seed | | since 2020-01-31\nNo."})
    void an_entry_written_wrongly_is_no_entry(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> EntryText.read(text));
    }
}
