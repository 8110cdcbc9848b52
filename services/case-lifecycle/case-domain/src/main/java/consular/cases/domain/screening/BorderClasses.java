package consular.cases.domain.screening;

import java.util.Set;
import java.util.regex.Pattern;

/** The classes of visa as the border posts sort them. */
final class BorderClasses {
    private static final Set<String> VISITORS = symbols("B1 B2 B1/B2 BBBCC BBBCV");
    private static final Set<String> TRANSIT = symbols("C1 C2 C3 C4");
    private static final Set<String> CREW = symbols("C1/D D D3 C4/D3");
    private static final Set<String> H2 = symbols("H2A H2B H2R");
    private static final Set<String> H1 = symbols("H1A H1B H1B1 H1C");

    /** Beside visitors, transit and H-2; the exclusion of H-1A outweighs the general "H". */
    private static final Set<String> HOME_COUNTRY = symbols("A1 A2 A3 E1 E2 E2C E3 E3D E3R H1A Q1 Q2 Q3");

    /** Beside crew. */
    private static final Set<String> SOUGHT_ANEW =
            symbols("F1 F2 F3 M1 M2 M3 J1 J2 I R1 R2 H1B H1B1 H3 H4 L1 L2 O1 O2 O3 P1 P2 P3 P4");

    private BorderClasses() {}

    static boolean isVisitor(String visaClass) {
        return VISITORS.contains(visaClass);
    }

    static boolean isTransit(String visaClass) {
        return TRANSIT.contains(visaClass);
    }

    static boolean isCrew(String visaClass) {
        return CREW.contains(visaClass);
    }

    static boolean isH1(String visaClass) {
        return H1.contains(visaClass);
    }

    /** Whether the class is issued in the home country only (R-TCN-04). */
    static boolean isForHomeCountry(String visaClass) {
        return VISITORS.contains(visaClass)
                || TRANSIT.contains(visaClass)
                || H2.contains(visaClass)
                || HOME_COUNTRY.contains(visaClass);
    }

    /** Whether somebody may seek the class who never had it (R-TCN-03). */
    static boolean isSoughtAnew(String visaClass) {
        return SOUGHT_ANEW.contains(visaClass) || CREW.contains(visaClass);
    }

    /** Whether two classes are one category: the same symbol, or both for visitors, or both for crews. */
    static boolean areOneCategory(String one, String other) {
        return one.equals(other) || (isVisitor(one) && isVisitor(other)) || (isCrew(one) && isCrew(other));
    }

    private static Set<String> symbols(String symbols) {
        return Set.of(Pattern.compile(" ").split(symbols));
    }
}
