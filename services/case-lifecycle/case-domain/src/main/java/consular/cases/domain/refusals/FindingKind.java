package consular.cases.domain.refusals;

/** What a finding asks for, which settles how it is overcome and whether its clocks run. */
public enum FindingKind {
    /** 221(g): a document to be presented. */
    DOCUMENT,
    /** 221(g): something the applicant must do. */
    APPLICANT_ACTION,
    /** 221(g): something the Government must do; the applicant has nothing left to present. */
    ADMIN_PROCESSING,
    /** 221(g): nothing is asked; the applicant waits for another member of the family, who stands refused. */
    FOLLOWS_FAMILY,
    /** 212(a) or 212(e); for nonimmigrants also 212(f), 214(b), 214(l) or 222(g). */
    SUBSTANTIVE;

    /** Whether a year without evidence may end in termination of the registration (22 CFR 42.83(b)). */
    public boolean startsTerminationClock() {
        return asksOfTheApplicant();
    }

    /** Whether it is a 221(g) reason that something is still to come from the applicant. */
    public boolean asksOfTheApplicant() {
        return switch (this) {
            case DOCUMENT, APPLICANT_ACTION -> true;
            case ADMIN_PROCESSING, FOLLOWS_FAMILY, SUBSTANTIVE -> false;
        };
    }

    /** Whether the finding rests on 221(g). */
    public boolean is221g() {
        return switch (this) {
            case DOCUMENT, APPLICANT_ACTION, ADMIN_PROCESSING, FOLLOWS_FAMILY -> true;
            case SUBSTANTIVE -> false;
        };
    }

    /** The one basis on which such a finding is overcome (9 FAM 504.11-4(A)a). */
    public OvercomeBasis overcomeBy() {
        return switch (this) {
            case DOCUMENT, APPLICANT_ACTION, SUBSTANTIVE -> OvercomeBasis.EVIDENCE;
            case ADMIN_PROCESSING, FOLLOWS_FAMILY -> OvercomeBasis.PROCESSING_COMPLETE;
        };
    }
}
