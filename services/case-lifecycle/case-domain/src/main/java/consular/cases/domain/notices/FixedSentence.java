package consular.cases.domain.notices;

import consular.cases.domain.law.Rule;
import consular.cases.domain.visas.VisaCategory;

/**
 * A sentence whose words the Department fixed (9 FAM 504.11-3(A)(1)e(1)(c)). It is printed in English in a letter of
 * any language, to the byte; only where a line breaks is free.
 */
public enum FixedSentence {
    /** In every letter on a 221(g) refusal. */
    ESTA(
            "LTR-ESTA",
            Rule.CLAUSES_OF_A_221G_LETTER,
            "Please be advised that for U.S. visa purposes, including ESTA (see the ESTA website), this decision"
                    + " constitutes a denial of a visa."),
    /** In a letter on a 221(g) refusal of an immigrant visa that rests on a petition; in no other (R-LTR-08). */
    TERMINATION_OF_THE_PETITION(
            "LTR-203G",
            Rule.CLAUSE_FOR_PETITIONS_ONLY,
            "If you fail to take the action requested within one year following visa denial under Section 221(g) of"
                + " the Immigration and Nationality Act, then your petition will be permanently terminated under INA"
                + " Section 203(g).");

    private final String id;
    private final Rule rule;
    private final String text;

    FixedSentence(String id, Rule rule, String text) {
        this.id = id;
        this.rule = rule;
        this.text = text;
    }

    /** The id under which the rule sheet quotes it, such as {@code LTR-ESTA}. */
    public String id() {
        return id;
    }

    /** The rule that says where it belongs. */
    public Rule rule() {
        return rule;
    }

    /** The sentence. */
    public String text() {
        return text;
    }

    /** Whether a letter about that refusal carries the sentence: it must then, and may not otherwise. */
    public boolean belongsTo(NoticeFacts facts) {
        return facts.is221g()
                && switch (this) {
                    case ESTA -> true;
                    case TERMINATION_OF_THE_PETITION ->
                        facts.category() == VisaCategory.IMMIGRANT && facts.petitionBased();
                };
    }
}
