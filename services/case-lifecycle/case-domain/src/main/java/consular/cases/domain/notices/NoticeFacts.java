package consular.cases.domain.notices;

import consular.cases.domain.ineligibility.Ground;
import consular.cases.domain.ineligibility.GroundKind;
import consular.cases.domain.law.Rule;
import consular.cases.domain.visas.VisaCategory;
import java.util.List;

/**
 * What settles the clauses of a written notice.
 *
 * @param petitionBased whether the case rests on a petition; a diversity case does not
 * @param grounds the provisions that the refusal rests on, one each
 * @param limitedCitation whether the Department instructed that 212(a) be cited without its subsection
 */
public record NoticeFacts(VisaCategory category, boolean petitionBased, List<Ground> grounds, boolean limitedCitation) {

    public NoticeFacts {
        grounds = List.copyOf(grounds);
    }

    /** Whether the refusal rests on 221(g). */
    public boolean is221g() {
        return has(GroundKind.SECTION_221G);
    }

    /** Whether the refusal rests on 221(g) and on nothing that might be waived. */
    boolean isOnly221g() {
        return grounds.stream().allMatch(ground -> ground.kind() == GroundKind.SECTION_221G);
    }

    /** Whether the refusal rests on a provision of 212(a). */
    public boolean is212a() {
        return has(GroundKind.SECTION_212A);
    }

    /**
     * Whether it is a nonimmigrant's on a ground of which neither the clauses of 212(a) nor those of 221(g) say whether
     * something overcomes it (R-LTR-11). What overcomes a 221(g) refusal is what the letter asks for.
     */
    public boolean asksForAMechanism() {
        return category == VisaCategory.NONIMMIGRANT && (has(GroundKind.SECTION_212E) || has(GroundKind.NIV_ONLY));
    }

    /** The rule that says what the letter has to hold. */
    public Rule ruleOfTheContent() {
        return asksForAMechanism() && !is212a() && !is221g() ? Rule.NONIMMIGRANT_IS_TOLD_THE_GROUND : ruleOfTheLetter();
    }

    /** The rule by which the letter steers nobody: that of a 221(g) letter, or that of every other. */
    public Rule ruleOfTheLetter() {
        return is221g() ? Rule.CLAUSES_OF_A_221G_LETTER : Rule.LETTER_OF_INELIGIBILITY;
    }

    private boolean has(GroundKind kind) {
        return grounds.stream().anyMatch(ground -> ground.kind() == kind);
    }
}
