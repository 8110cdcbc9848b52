package consular.cases.domain.reference;

import static consular.cases.domain.reference.ReferencePage.code;
import static java.util.stream.Collectors.joining;

import consular.cases.domain.law.RejectionCode;
import consular.cases.domain.law.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The rejection codes, and the rule that each protects. */
final class RejectionCodesPage {
    private RejectionCodesPage() {}

    static ReferencePage of() {
        return ReferencePage.of(
                "rejection-codes.md",
                "Rejection codes",
                """
                A command that breaks a rule is answered 422 with one of these codes, the id of the rule and its
                citation; a code with several rules names the one that the command met. The three about the time of an
                entry protect the record and not a rule of law.
                """,
                ReferencePage.table(
                        List.of("code", "rule", "citation"),
                        Arrays.stream(RejectionCode.values())
                                .map(it -> List.of(code(it), each(it, Rule::id), each(it, Rule::citation)))
                                .toList()));
    }

    private static String each(RejectionCode code, Function<Rule, String> what) {
        return code.rules().isEmpty()
                ? "–"
                : code.rules().stream().map(what).distinct().collect(joining(", or "));
    }
}
