package consular.cases.domain.ineligibility;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.ineligibility.ParsedAnnotation.PrefixNotApplicable;
import consular.cases.domain.ineligibility.ParsedAnnotation.Recognised;
import consular.cases.domain.ineligibility.ParsedAnnotation.UnknownReason;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnnotationParserTest {
    private static final List<String> ORIGINAL = List.of("", "Or ", "original ", "OR ", "Original ");
    private static final List<String> PETITIONER = List.of("", "pet ", "petitioner ", "PET ", "Petitioner ");

    @Test
    void the_list_has_31_reasons_of_which_five_have_no_abbreviation() {
        assertThat(RefusalReason.values()).hasSize(31);
        assertThat(RefusalReason.values())
                .filteredOn(reason -> reason.abbreviation().isEmpty())
                .containsExactly(
                        RefusalReason.DS_260,
                        RefusalReason.OATH,
                        RefusalReason.POST_SPECIFIC_ACTION,
                        RefusalReason.NO_SHOW,
                        RefusalReason.OTHER);
        assertThat(Arrays.stream(RefusalReason.values()).collect(groupingBy(RefusalReason::kind)).entrySet().stream()
                        .map(entry -> Map.entry(entry.getKey(), entry.getValue().size())))
                .containsExactlyInAnyOrder(
                        Map.entry(ReasonKind.DOCUMENT, 21),
                        Map.entry(ReasonKind.APPLICANT_ACTION, 5),
                        Map.entry(ReasonKind.ADMIN_PROCESSING, 3),
                        Map.entry(ReasonKind.OFFICER_STATES, 2));
    }

    static Stream<String> spellings() {
        return Arrays.stream(RefusalReason.values())
                .flatMap(reason -> Stream.concat(Stream.of(reason.standardName()), reason.abbreviation().stream()));
    }

    @ParameterizedTest
    @EnumSource
    void every_reason_is_read_by_name_and_abbreviation_with_every_prefix_in_either_order(RefusalReason reason) {
        var spellings = Stream.concat(Stream.of(reason.standardName()), reason.abbreviation().stream())
                .flatMap(spelling ->
                        Stream.of(spelling, spelling.toLowerCase(Locale.ROOT), spelling.toUpperCase(Locale.ROOT)))
                .toList();
        for (var spelling : spellings) {
            for (var original : ORIGINAL) {
                for (var petitioner : PETITIONER) {
                    check(original, petitioner, spelling, original + petitioner + spelling, reason);
                    check(original, petitioner, spelling, petitioner + original + spelling, reason);
                }
            }
        }
    }

    private static void check(
            String original, String petitioner, String spelling, String annotation, RefusalReason reason) {
        // the name of V14 is also the word "petitioner" before its abbreviation: the longer match wins, no prefix
        var isName = (petitioner + spelling).equalsIgnoreCase("Petitioner Proof of life")
                && annotation.endsWith(petitioner + spelling);
        var forPetitioner = !petitioner.isEmpty() && !isName;
        var bare = original.isEmpty() && !forPetitioner;
        assertThat(AnnotationParser.parse(annotation))
                .isEqualTo(
                        bare || reason.kind() == ReasonKind.DOCUMENT
                                ? new Recognised(reason, !original.isEmpty(), forPetitioner)
                                : new PrefixNotApplicable(reason));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void a_prefix_given_twice_makes_any_reason_unknown(String spelling) {
        assertThat(Stream.of("original original ", "Or original ", "pet pet ", "petitioner pet ", "Or pet Or ")
                        .map(prefixes -> AnnotationParser.parse(prefixes + spelling)))
                // "petitioner" before "Proof of life" is also that reason's own name: one prefix, not two
                .allMatch(parsed -> parsed instanceof UnknownReason
                        || (spelling.equals("Proof of life")
                                && parsed.equals(new Recognised(RefusalReason.PETITIONER_PROOF_OF_LIFE, false, true))));
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void the_canonical_form_reads_back_as_itself(String spelling) {
        for (var prefix : List.of("", "petitioner ", "original ", "original petitioner ")) {
            if (AnnotationParser.parse(prefix + spelling) instanceof Recognised recognised) {
                assertThat(AnnotationParser.parse(recognised.canonical())).isEqualTo(recognised);
            }
        }
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        birth certificate,                                BC
        or bc,                                            Or BC
        Original Birth Certificate,                       Or BC
        pet tax,                                          pet Tax
        original petitioner birth certificate,            pet Or BC
        petitioner original BC,                           pet Or BC
        Death Certificate (for prior spouse),             Death cert
        ds-260,                                           DS-260
        OATH,                                             Oath
        no show,                                          No Show
        post specific action,                             Post specific action
        Petitioner Proof of Life,                         Proof of life
        petitioner petitioner proof of life,              pet Proof of life
        Or Petitioner Proof of Life,                      Or Proof of life
        petitioner Or proof of life,                      pet Or Proof of life
        """)
    void the_stored_form(String annotation, String canonical) {
        assertThat(AnnotationParser.parse(annotation))
                .isInstanceOfSatisfying(
                        Recognised.class,
                        recognised -> assertThat(recognised.canonical()).isEqualTo(canonical));
    }

    /** The word "or" between two reasons is not the prefix "Or" (R-VOC-08). */
    @Test
    void two_reasons_joined_by_or_are_not_one() {
        assertThat(AnnotationParser.parse("Emp Qual or Emp Off")).isEqualTo(new UnknownReason());
        assertThat(AnnotationParser.parse("Emp Qual"))
                .isEqualTo(new Recognised(RefusalReason.EMPLOYMENT_QUALIFICATIONS, false, false));
        assertThat(AnnotationParser.parse("Or Emp Off"))
                .isEqualTo(new Recognised(RefusalReason.EMPLOYMENT_OFFER, true, false));
    }

    @ParameterizedTest
    @CsvSource({
        "Or FPU, FRAUD_PREVENTION_UNIT",
        "Or No Show, NO_SHOW",
        "pet Med, MEDICAL_EXAM",
        "original petitioner Other, OTHER",
        "Or Post specific action, POST_SPECIFIC_ACTION"
    })
    void a_prefix_before_what_is_no_document(String annotation, RefusalReason reason) {
        assertThat(AnnotationParser.parse(annotation)).isEqualTo(new PrefixNotApplicable(reason));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "NBI clearance",
                "Hukou",
                "original original BC",
                "Or",
                "Or ",
                "pet",
                "original petitioner",
                "Or  BC",
                " BC",
                "BC ",
                "OrBC",
                "Or. BC",
                "BC, MC",
                "BC MC",
                "BC Or",
                "Death Certificate",
                "DS260",
                "D\u0131vorce"
            })
    void what_is_not_in_the_list(String annotation) {
        assertThat(AnnotationParser.parse(annotation)).isEqualTo(new UnknownReason());
    }
}
