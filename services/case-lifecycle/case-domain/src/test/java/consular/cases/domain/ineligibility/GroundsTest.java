package consular.cases.domain.ineligibility;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GroundsTest {

    @Test
    void section_212a_has_260_provisions_in_ten_paragraphs() {
        assertThat(Section212a.paths()).hasSize(260);
        assertThat(Section212a.paths().stream()
                        .map(path -> "212(a)" + path)
                        .collect(groupingBy(Grounds::paragraphOf212a, counting())))
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry(1, 13L),
                        Map.entry(2, 30L),
                        Map.entry(3, 80L),
                        Map.entry(4, 21L),
                        Map.entry(5, 25L),
                        Map.entry(6, 25L),
                        Map.entry(7, 13L),
                        Map.entry(8, 3L),
                        Map.entry(9, 31L),
                        Map.entry(10, 19L)));
    }

    @Test
    void every_provision_stands_in_one_that_exists() {
        assertThat(Section212a.paths()).allSatisfy(path -> {
            var parent = path.substring(0, path.lastIndexOf('('));
            assertThat(parent.isEmpty() || Section212a.contains(parent)).isTrue();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "212(a)(1)(A)(i)",
                "212(a)(1)(A)(iii)(II)",
                "212(a)(2)(A)(i)(I)",
                "212(a)(2)(A)(i)(II)",
                "212(a)(2)(B)",
                "212(a)(2)(C)(ii)",
                "212(a)(2)(H)(iii)",
                "212(a)(2)(I)(i)",
                "212(a)(3)(A)(i)(II)",
                "212(a)(3)(B)",
                "212(a)(3)(B)(i)(IV)(bb)",
                "212(a)(3)(B)(i)(IX)",
                "212(a)(3)(B)(iii)(V)(b)",
                "212(a)(3)(B)(iv)(VI)(dd)",
                "212(a)(3)(D)(iii)(I)(a)",
                "212(a)(3)(E)(iii)(II)",
                "212(a)(3)(G)",
                "212(a)(4)",
                "212(a)(4)(E)(iii)",
                "212(a)(5)(A)(iii)(II)(bb)",
                "212(a)(5)(B)(ii)",
                "212(a)(6)(A)(ii)(II)(b)",
                "212(a)(6)(B)",
                "212(a)(6)(C)(i)",
                "212(a)(6)(C)(ii)(I)",
                "212(a)(6)(E)(i)",
                "212(a)(7)(A)(i)(I)",
                "212(a)(7)(B)(iv)",
                "212(a)(8)(B)",
                "212(a)(9)(A)(ii)(II)",
                "212(a)(9)(B)(i)(II)",
                "212(a)(9)(C)(i)(I)",
                "212(a)(10)",
                "212(a)(10)(C)(ii)(III)",
                "212(a)(10)(E)",
                "  212(a)(4)  "
            })
    void provisions_of_212a(String citation) {
        assertThat(Grounds.classify(citation)).isEqualTo(GroundKind.SECTION_212A);
    }

    @ParameterizedTest
    @CsvSource({
        "212(e), SECTION_212E",
        "221(g), SECTION_221G",
        "221(g)(1), SECTION_221G",
        "221(g)(3), SECTION_221G",
        "212(f), NIV_ONLY",
        "214(b), NIV_ONLY",
        "214(l), NIV_ONLY",
        "222(g), NIV_ONLY",
        "P6C, QUASI",
        "P6E, QUASI",
        "P6C1, QUASI",
        "P1A4, QUASI",
        "P10, QUASI",
        "P10C, QUASI"
    })
    void the_other_grounds(String citation, GroundKind kind) {
        assertThat(Grounds.classify(citation)).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "212",
                "212(a)",
                "212(a)(0)",
                "212(a)(11)",
                "212(a)(04)",
                "212(a)(4)(Z)",
                "212(a)(4)(A)(i)",
                "212(a)(2)(J)",
                "212(a)(3)(B)(vii)",
                "212(a)(6)(c)(i)",
                "212(A)(4)",
                "212(a) (4)",
                "212 (a)(4)",
                "212(a)(4",
                "212(a)(4)(",
                "212(a)(4)x",
                "212(a)4",
                "INA 212(a)(4)",
                "212(a)(1)(A)(v)",
                "212(b)",
                "212(g)",
                "212(e)(1)",
                "214(b)(1)",
                "221(g)(4)",
                "221(G)",
                "P",
                "P0A",
                "P11",
                "P6c",
                "P6-C",
                "p6C",
                "6C"
            })
    void what_the_law_does_not_have(String citation) {
        assertThat(Grounds.classify(citation)).isEqualTo(GroundKind.UNKNOWN);
        assertThatIllegalArgumentException().isThrownBy(() -> Grounds.paragraphOf212a(citation));
    }

    @Test
    void file_category_one_is_for_five_paragraphs() {
        assertThat(Section212a.paths()).allSatisfy(path -> {
            var ground = new Ground("212(a)" + path);
            var first = List.of(1, 2, 3, 6, 8).contains(Grounds.paragraphOf212a(ground.citation()));
            assertThat(FileCategory.of(ground)).isEqualTo(first ? FileCategory.I : FileCategory.II);
        });
        assertThat(Stream.of("212(e)", "221(g)", "214(b)", "P6C", "nothing").map(Ground::new))
                .allMatch(ground -> FileCategory.of(ground) == FileCategory.II);
    }

    /** R-FIL-03. */
    @Test
    void one_ground_of_category_one_decides_for_the_file() {
        var publicCharge = new Ground("212(a)(4)");
        var fraud = new Ground(" 212(a)(6)(C)(i) ");

        assertThat(FileCategory.of(List.of(publicCharge, fraud))).isEqualTo(FileCategory.I);
        assertThat(FileCategory.of(List.of(publicCharge))).isEqualTo(FileCategory.II);
        assertThat(FileCategory.of(List.of())).isEqualTo(FileCategory.II);
        assertThat(fraud.citation()).isEqualTo("212(a)(6)(C)(i)");
    }
}
