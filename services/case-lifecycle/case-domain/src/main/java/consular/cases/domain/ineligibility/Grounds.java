package consular.cases.domain.ineligibility;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The closed catalogue of grounds (INA 212, 214, 221, 222; R-IV-05, R-IV-17, R-IV-18, R-NIV-02). */
public final class Grounds {
    private static final String PREFIX_212A = "212(a)";
    private static final String SECTION_212E = "212(e)";
    private static final Set<String> SECTION_221G = Set.of("221(g)", "221(g)(1)", "221(g)(2)", "221(g)(3)");
    public static final String SECTION_214B = "214(b)";
    private static final Set<String> NIV_ONLY = Set.of("212(f)", SECTION_214B, "214(l)", "222(g)");

    /** P, the paragraph of 212(a), then the letters and digits of the Department's short code: P6C, P6E, P10. */
    private static final Pattern QUASI = Pattern.compile("P(10|[1-9])([A-Z][A-Z0-9]*)?");

    private Grounds() {}

    /**
     * Tells what a citation is. Blanks around it are ignored; otherwise it must be written as the statute prints it,
     * with its letters in the statute's case.
     */
    public static GroundKind classify(String text) {
        var citation = text.strip();
        if (citation.startsWith(PREFIX_212A) && Section212a.contains(citation.substring(PREFIX_212A.length()))) {
            return GroundKind.SECTION_212A;
        }
        if (citation.equals(SECTION_212E)) {
            return GroundKind.SECTION_212E;
        }
        if (SECTION_221G.contains(citation)) {
            return GroundKind.SECTION_221G;
        }
        if (NIV_ONLY.contains(citation)) {
            return GroundKind.NIV_ONLY;
        }
        return QUASI.matcher(citation).matches() ? GroundKind.QUASI : GroundKind.UNKNOWN;
    }

    /** Every provision that a refusal may rest on in some case, but 221(g); those of 212(a) last, in the order of their letters. */
    public static Stream<String> all() {
        return Stream.of(
                        NIV_ONLY.stream().sorted(),
                        Stream.of(SECTION_212E),
                        Section212a.paths().stream().sorted().map(path -> PREFIX_212A + path))
                .flatMap(grounds -> grounds);
    }

    /** Whether a citation is that of INA 214(b), blanks around it ignored. */
    public static boolean is214b(String text) {
        return text.strip().equals(SECTION_214B);
    }

    /**
     * The paragraph of 212(a), 1 to 10, in which a ground of that subsection stands.
     *
     * @throws IllegalArgumentException if the text is not an existing provision of 212(a)
     */
    public static int paragraphOf212a(String text) {
        var citation = text.strip();
        if (classify(citation) != GroundKind.SECTION_212A) {
            throw new IllegalArgumentException("not a provision of INA 212(a): " + citation);
        }
        var start = PREFIX_212A.length() + 1;
        return Integer.parseInt(citation.substring(start, citation.indexOf(')', start)));
    }
}
