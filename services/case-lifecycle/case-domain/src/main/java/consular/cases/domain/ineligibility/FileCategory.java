package consular.cases.domain.ineligibility;

import consular.cases.domain.lists.Lists;
import java.util.List;

/** The category of the refusal file in which the papers of a refusal are kept (9 FAM 504.11-3(A)(5); R-FIL-02). */
public enum FileCategory {
    /** INA 212(a)(1), (2), (3), (6) or (8). */
    I,
    /** Every other ground. */
    II;

    /** The category of one ground. */
    public static FileCategory of(Ground ground) {
        return switch (ground.kind()) {
            case SECTION_212A ->
                switch (Grounds.paragraphOf212a(ground.citation())) {
                    case 1, 2, 3, 6, 8 -> I;
                    default -> II;
                };
            case SECTION_212E, SECTION_221G, NIV_ONLY, QUASI, UNKNOWN -> II;
        };
    }

    /** The category of a file with several grounds: I if any of them is I (R-FIL-03). */
    public static FileCategory of(List<Ground> grounds) {
        return Lists.any(grounds, ground -> of(ground) == I) ? I : II;
    }
}
