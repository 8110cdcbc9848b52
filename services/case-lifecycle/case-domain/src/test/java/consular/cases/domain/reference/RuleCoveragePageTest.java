package consular.cases.domain.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import consular.cases.domain.law.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The coverage page can't be written while a rule is held by nothing and nobody says why. */
class RuleCoveragePageTest {
    private static final Map<String, String> A_REASON_FOR_EACH =
            Arrays.stream(Rule.values()).collect(Collectors.toMap(Rule::id, _ -> "a reason"));

    @TempDir
    private Path services;

    @BeforeEach
    void every_awkward_case_has_a_test() throws IOException {
        var names = new StringBuilder();
        for (var number = 1; number <= 22; number++) {
            names.append("void W_%02d_holds()".formatted(number));
        }
        write("src/test/java/AwkwardTest.java", names.toString());
    }

    @Test
    void a_rule_with_neither_code_nor_test_needs_a_reason() {
        assertThatIllegalStateException()
                .isThrownBy(() -> page(Map.of()))
                .withMessageContaining("R-IV-01 (APPLICATION_ENDS_IN_ISSUE_OR_REFUSAL) has no test and no reason")
                .withMessageContaining("R-IV-01 (APPLICATION_ENDS_IN_ISSUE_OR_REFUSAL) has no code and no reason");
        assertThat(page(A_REASON_FOR_EACH)).contains("| R-IV-01 |", "| – | a reason |");
    }

    @Test
    void a_rule_with_a_test_and_no_code_needs_a_reason_and_shows_both() throws IOException {
        write("src/test/java/SomeTest.java", "Holds R-IV-01.");
        assertThat(page(A_REASON_FOR_EACH)).contains("| – | `SomeTest`; a reason |");
    }

    @Test
    void an_id_among_the_texts_of_a_test_is_a_citation_and_holds_no_rule() throws IOException {
        write("src/test/java/SomeTest.java", "void it() { contains(\"R-IV-01 \\\"\", \"\"\"\n  R-IV-01\n\"\"\"); }");
        write("src/test/java/RuleSheetTest.java", "Rule.APPLICATION_ENDS_IN_ISSUE_OR_REFUSAL");
        assertThat(page(A_REASON_FOR_EACH))
                .contains("| R-IV-01 |", "| – | a reason |")
                .doesNotContain("SomeTest");
    }

    @Test
    void a_rule_with_code_and_test_needs_none() throws IOException {
        write("src/test/java/SomeTest.java", "Holds R-IV-01.");
        write("src/main/java/Some.java", "Rule.APPLICATION_ENDS_IN_ISSUE_OR_REFUSAL");
        assertThatIllegalStateException()
                .isThrownBy(() -> page(A_REASON_FOR_EACH))
                .withMessage("R-IV-01 has code and tests, so it needs no reason: [SomeTest]");
    }

    @Test
    void what_only_bears_the_name_of_a_rule_is_no_code_of_it() throws IOException {
        write("src/test/java/SomeTest.java", "Holds R-IV-01.");
        write("src/main/java/Some.java", "Kind.APPLICATION_ENDS_IN_ISSUE_OR_REFUSAL");
        assertThat(page(A_REASON_FOR_EACH)).contains("| – | `SomeTest`; a reason |");
        write("src/main/java/All.java", """
            import static consular.cases.domain.law.Rule.*;
            record(APPLICATION_ENDS_IN_ISSUE_OR_REFUSAL)
            """);
        assertThatIllegalStateException()
                .isThrownBy(() -> page(A_REASON_FOR_EACH))
                .withMessageContaining("R-IV-01 has code and tests");
    }

    @Test
    void a_rule_held_in_part_says_which_part_is_not() throws IOException {
        var reasons = new HashMap<>(A_REASON_FOR_EACH);
        reasons.put("R-IV-01", "in part: nobody checks the rest");
        assertThatIllegalStateException().isThrownBy(() -> page(reasons)).withMessage("R-IV-01 is held in no part");
        write("src/test/java/SomeTest.java", "Holds R-IV-01.");
        write("src/main/java/Some.java", "Rule.APPLICATION_ENDS_IN_ISSUE_OR_REFUSAL");
        assertThat(page(reasons)).contains("| `Some` | `SomeTest`; in part: nobody checks the rest |");
    }

    @Test
    void the_list_of_rejections_holds_no_rule_but_who_rejects_does() throws IOException {
        write("src/test/java/SomeTest.java", "void r_ovc_06_is_told() {}");
        write("src/main/java/RejectionCode.java", "REGISTRATION_TERMINATED(ENTITLEMENT_NEEDS_THE_REGISTRATION)");
        assertThat(page(A_REASON_FOR_EACH)).contains("| – | `SomeTest`; a reason |");
        write("src/main/java/Some.java", "reject(REGISTRATION_TERMINATED)");
        assertThatIllegalStateException()
                .isThrownBy(() -> page(A_REASON_FOR_EACH))
                .withMessageContaining("R-OVC-06 has code and tests");
    }

    @Test
    void who_rejects_holds_a_rule_beside_who_names_it_and_who_only_tells_of_the_code_does_not() throws IOException {
        write("src/test/java/SomeTest.java", "void r_ovc_06_is_told() {}");
        write("src/main/java/Naming.java", "Rule.ENTITLEMENT_NEEDS_THE_REGISTRATION");
        write("src/main/java/Rejecting.java", "return Act.reject(\n    REGISTRATION_TERMINATED, \"why\")");
        write("src/main/java/Telling.java", "describe(REGISTRATION_TERMINATED)");
        var reasons = new HashMap<>(A_REASON_FOR_EACH);
        reasons.put("R-OVC-06", "in part: the rest");
        assertThat(page(reasons)).contains("| `Naming`, `Rejecting` | `SomeTest`; in part: the rest |");
    }

    private String page(Map<String, String> reasons) {
        return RuleCoveragePage.of(List.of(), Sources.below(services), reasons).text();
    }

    private void write(String path, String text) throws IOException {
        var file = services.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
