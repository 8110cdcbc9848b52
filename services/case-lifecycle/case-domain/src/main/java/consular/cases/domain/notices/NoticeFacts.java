package consular.cases.domain.notices;

import consular.cases.domain.ineligibility.Ground;
import consular.cases.domain.ineligibility.GroundKind;
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

    /** Whether the refusal rests on a provision of 212(a). */
    public boolean is212a() {
        return has(GroundKind.SECTION_212A);
    }

    private boolean has(GroundKind kind) {
        return grounds.stream().anyMatch(ground -> ground.kind() == kind);
    }
}
