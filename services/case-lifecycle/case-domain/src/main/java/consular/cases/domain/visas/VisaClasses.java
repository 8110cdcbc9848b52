package consular.cases.domain.visas;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The Department's classification symbols: the tables of 22 CFR 42.11 (immigrants) and 22 CFR 41.12 (nonimmigrants), and
 * the later symbols under which the Visa Office reports issuances. Symbols that were withdrawn stay, for old cases.
 */
public final class VisaClasses {
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    private static final Set<String> IMMIGRANT = symbols(
            // immediate relatives
            """
            IR1 IR2 IR3 IR4 IR5 IH3 IH4 CR1 CR2 IW1 IW2 IB1 IB2 IB3 IB5 VI5
            """,
            // Vietnam Amerasians; special immigrants without a numerical preference
            """
            AM1 AM2 AM3 SB1 SC1 SC2 SI1 SI2 SI3 SM1 SM2 SM3 SQ1 SQ2 SQ3 CQ1 CQ2 CQ3 SU2 SU3 SU5
            """,
            // family preferences, first to fourth
            """
            F11 F12 B11 B12
            F21 F22 F23 F24 F25 C21 C22 C23 C24 C25 B21 B22 B23 B24 B25 FX1 FX2 FX3 CX1 CX2 CX3 BX1 BX2 BX3
            F31 F32 F33 C31 C32 C33 B31 B32 B33
            F41 F42 F43
            """,
            // employment preferences, first to third
            """
            E11 E12 E13 E14 E15 E21 E22 E23 E31 E32 E34 E35 EW3 EW4 EW5
            """,
            // employment, fourth preference
            """
            BC1 BC2 BC3 GV1 GV2 GV3 SD1 SD2 SD3 SE1 SE2 SE3 SF1 SF2 SG1 SG2 SH1 SH2 SJ1 SJ2 SK1 SK2 SK3 SK4 SL1
            SN1 SN2 SN3 SN4 SP SR1 SR2 SR3
            """,
            // employment, fifth preference: before and since the EB-5 Reform and Integrity Act of 2022
            """
            C51 C52 C53 T51 T52 T53 R51 R52 R53 I51 I52 I53
            NU1 NU2 NU3 NR1 NR2 NR3 NH1 NH2 NH3 RU1 RU2 RU3 RR1 RR2 RR3 RH1 RH2 RH3 RI1 RI2 RI3
            """,
            // diversity
            """
            DV1 DV2 DV3
            """);

    private static final Set<String> NONIMMIGRANT = symbols("""
        A1 A2 A3 B1 B2 B1/B2 BBBCC BBBCV C1 C1/D C2 C3 C4 C4/D3 CW1 CW2 D D3 E1 E2 E2C E3 E3D E3R F1 F2 F3
        G1 G2 G3 G4 G5 H1A H1B H1B1 H1C H2A H2B H2R H3 H4 I J1 J2 K1 K2 K3 K4 L1 L2 M1 M2 M3 N8 N9
        NATO1 NATO2 NATO3 NATO4 NATO5 NATO6 NATO7 O1 O2 O3 P1 P2 P3 P4 Q1 Q2 Q3 R1 R2 S5 S6 S7
        T1 T2 T3 T4 T5 T6 TN TD U1 U2 U3 U4 U5 V1 V2 V3
        """);

    private static final Set<String> DIVERSITY = Set.of("DV1", "DV2", "DV3");

    /** INA 214(b) itself exempts subparagraphs L and V, and H(i) except (b1), which is H1B1. */
    private static final Set<String> NOT_PRESUMED_IMMIGRANTS =
            Set.of("H1A", "H1B", "H1C", "L1", "L2", "V1", "V2", "V3");

    private VisaClasses() {}

    /** The category of a class; empty when the Department has no such symbol. Symbols are in capitals, without hyphens. */
    public static Optional<VisaCategory> categoryOf(String symbol) {
        if (IMMIGRANT.contains(symbol)) {
            return Optional.of(VisaCategory.IMMIGRANT);
        }
        return NONIMMIGRANT.contains(symbol) ? Optional.of(VisaCategory.NONIMMIGRANT) : Optional.empty();
    }

    /** Whether the class is one of the diversity programme (INA 203(c)), which has no petition and no registration clock. */
    public static boolean isDiversity(String symbol) {
        return DIVERSITY.contains(symbol);
    }

    /** Whether an applicant for the class is not presumed an immigrant (INA 214(b)). */
    public static boolean isExemptFromPresumption(String symbol) {
        return NOT_PRESUMED_IMMIGRANTS.contains(symbol);
    }

    /** Whether INA 212(e) bars a nonimmigrant class: H and L by the statute, K by 9 FAM 302.13-2(A). */
    public static boolean isBarredBy212e(String symbol) {
        return NONIMMIGRANT.contains(symbol)
                && (symbol.startsWith("H") || symbol.startsWith("L") || symbol.startsWith("K"));
    }

    static Set<String> all(VisaCategory category) {
        return switch (category) {
            case IMMIGRANT -> IMMIGRANT;
            case NONIMMIGRANT -> NONIMMIGRANT;
        };
    }

    /** Refuses a symbol listed twice. */
    private static Set<String> symbols(String... groups) {
        return Set.of(BLANKS.split(String.join(" ", groups).strip(), -1));
    }
}
