package consular.cases.domain.inquiries;

import consular.cases.domain.ineligibility.Ground;
import consular.cases.domain.ineligibility.Grounds;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.FindingKind;

/** A provision of law, explained to a reader who does not know it: what it says, and what evidence can help. */
record GroundInWords(String law, String evidence) {
    private static final String NOT_SO = "Evidence that the provision does not apply can help.";
    private static final String OVERSTAY =
            "Evidence that the applicant left the United States in time, or applies where the law allows, can help.";

    static GroundInWords of(Finding finding) {
        var ground = new Ground(finding.entered().ground());
        return switch (ground.kind()) {
            case SECTION_212A ->
                new GroundInWords(
                        "Section 212(a) of the Immigration and Nationality Act lists the ineligibilities; its"
                                + " paragraph ("
                                + Grounds.paragraphOf212a(ground.citation()) + ") is about "
                                + paragraph(Grounds.paragraphOf212a(ground.citation())) + ".",
                        NOT_SO);
            case SECTION_212E ->
                new GroundInWords(
                        "Section 212(e) of the Immigration and Nationality Act requires certain exchange visitors to"
                                + " live in their own country for two years before they may be given certain visas.",
                        "Evidence that the requirement has been met, or does not apply, can help.");
            case SECTION_221G -> section221g(finding.kind());
            case NIV_ONLY -> nonimmigrantOnly(ground.citation());
            case QUASI, UNKNOWN ->
                throw new IllegalArgumentException(
                        "no refusal rests on " + finding.entered().ground());
        };
    }

    /** When the Department has the citation limited, no paragraph is told and nothing that points to one. */
    static GroundInWords limited() {
        return new GroundInWords(
                "Section 212(a) of the Immigration and Nationality Act lists the ineligibilities.", "");
    }

    private static GroundInWords section221g(FindingKind kind) {
        return new GroundInWords(
                "Section 221(g) of the Immigration and Nationality Act does not allow a visa to be issued while the"
                        + " application lacks something that the law requires, or is still being processed.",
                switch (kind) {
                    case DOCUMENT -> "Presenting each document that the refusal asks for can help.";
                    case APPLICANT_ACTION -> "Proof that each step that the refusal asks for has been taken can help.";
                    case ADMIN_PROCESSING -> "No evidence is asked for: the processing has to be completed first.";
                    case FOLLOWS_FAMILY ->
                        "No evidence is asked for: the application is decided together with that of a member of the"
                                + " family.";
                    case SUBSTANTIVE -> NOT_SO;
                });
    }

    private static GroundInWords nonimmigrantOnly(String citation) {
        return switch (citation) {
            case "214(b)" ->
                new GroundInWords(
                        "Section 214(b) of the Immigration and Nationality Act presumes that everyone who applies for a"
                                + " nonimmigrant visa is an immigrant, until the applicant shows that he or she is"
                                + " entitled to nonimmigrant status.",
                        "Evidence of ties to a residence abroad, such as family, work, studies or property there, and"
                                + " of the purpose and length of the stay, can help.");
            case "212(f)" ->
                new GroundInWords(
                        "Section 212(f) of the Immigration and Nationality Act lets the President suspend the entry of"
                                + " a class of persons by proclamation.",
                        "Evidence that the proclamation does not apply, or that an exception does, can help.");
            case "214(l)" ->
                new GroundInWords(
                        "Section 214(l) of the Immigration and Nationality Act limits waivers of the two years that"
                                + " section 212(e) requires abroad, and sets conditions for those who were given one.",
                        NOT_SO);
            case "222(g)" ->
                new GroundInWords(
                        "Section 222(g) of the Immigration and Nationality Act voids the visa of anyone who stayed in"
                                + " the United States beyond the authorized time; that person then has to apply in the"
                                + " country of his or her nationality.",
                        OVERSTAY);
            default -> throw new IllegalArgumentException("not a ground for nonimmigrants only: " + citation);
        };
    }

    private static String paragraph(int number) {
        return switch (number) {
            case 1 -> "health";
            case 2 -> "crimes and related matters";
            case 3 -> "security and related matters";
            case 4 -> "becoming a public charge";
            case 5 -> "labor certification and the qualifications of certain immigrants";
            case 6 -> "unlawful entry, misrepresentation and other violations of immigration law";
            case 7 -> "the documents that are required";
            case 8 -> "being ineligible for citizenship";
            case 9 -> "earlier removal and unlawful presence";
            case 10 -> "several other matters";
            default -> throw new IllegalArgumentException("212(a) has no paragraph " + number);
        };
    }
}
