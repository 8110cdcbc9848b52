package consular.cases.domain.reference;

import static consular.cases.domain.reference.ReferencePage.code;

import consular.cases.domain.law.RejectionCode;
import consular.cases.domain.law.Rule;
import java.util.Arrays;
import java.util.List;

/** The rejection codes, and the rule that each protects. */
final class RejectionCodesPage {
    private RejectionCodesPage() {}

    static ReferencePage of() {
        return ReferencePage.of(
                "rejection-codes.md",
                "Rejection codes",
                """
                A command that breaks a rule is answered 422 with one of these codes, the id of the rule and its
                citation. The three about the time of an entry protect the record and not a rule of law.
                """,
                ReferencePage.table(
                        List.of("code", "rule", "citation"),
                        Arrays.stream(RejectionCode.values())
                                .map(it -> List.of(
                                        code(it),
                                        it.rule().map(Rule::id).orElse("–"),
                                        it.rule().map(Rule::citation).orElse("–")))
                                .toList()));
    }
}
