package consular.cases.projections;

import java.util.Set;

/** The read models that clients may list. */
public enum ReadModelName {
    /** Every case, by its number; for whoever may read cases. */
    CASES("cases"),
    /** Every finding and its fee window, the window that closes first in front. */
    FEE_WINDOWS("fee-windows"),
    /** The registrations whose 203(g) clock runs or has passed, the first to be terminated in front. */
    TERMINATIONS("terminations"),
    /** The reviews of refusals and of the visas selected for it, high priority in front, then by the day they are to be done. */
    REVIEWS("reviews"),
    /** The executed applications that await a decision, the overdue in front. */
    DECISIONS_DUE("decisions-due"),
    /** The advisory opinions asked for, the awaited in front by their next follow-up. */
    ADVISORY_OPINIONS("advisory-opinions"),
    /** The refusals whose notice is not settled, the overdue in front, then by the day it was due. */
    NOTICES_DUE("notices-due"),
    /** The refusals that go to CLASS, the oldest in front. */
    CLASS_ENTRIES("class-entries"),
    /** The refusals for which documents are held, those due for return in front. */
    DOCUMENT_RETURNS("document-returns"),
    /** Report 28: what was found, closed and issued, by fiscal year, post and ground. */
    REPORT_28("reports/report-28"),
    /** How reviews end and how long they take, by post and refusing officer. */
    REVIEW_REPORT("reports/reviews"),
    /** What share of nonimmigrants was refused, each counted by the last action of the fiscal year. */
    ADJUSTED_REFUSAL_RATE("reports/adjusted-refusal-rate");

    private final String path;

    ReadModelName(String path) {
        this.path = path;
    }

    /** Its path below the root of the interface, such as {@code fee-windows}. */
    public String path() {
        return path;
    }

    /**
     * The filters it knows besides the posts. Those that end in {@code Before} take an ISO date and mean strictly
     * before it; {@code state}, {@code status} and {@code findingStatus} take what these members of the rows say; {@code officer} is
     * who refused; {@code from} and {@code to} are the first and the last day, {@code fiscalYear} a year of four digits; {@code reversedAs}
     * leaves out nothing, but says under what the reversed are counted. Of {@code cases}, those that end in {@code From} and {@code To} are
     * the first and the last day; {@code officer} is who refused or issued.
     */
    public Set<String> filters() {
        return switch (this) {
            case CASES ->
                Set.of(
                        "number",
                        "category",
                        "visaClass",
                        "state",
                        "officer",
                        "appliedFrom",
                        "appliedTo",
                        "refusedFrom",
                        "refusedTo",
                        "issuedFrom",
                        "issuedTo");
            case FEE_WINDOWS -> Set.of("closingBefore", "status", "findingStatus");
            case TERMINATIONS -> Set.of("state", "terminatingBefore");
            case REVIEWS -> Set.of("state", "officer", "dueBefore");
            case DECISIONS_DUE -> Set.of();
            case ADVISORY_OPINIONS -> Set.of("state", "followUpBefore");
            case NOTICES_DUE -> Set.of("state", "dueBefore");
            case CLASS_ENTRIES -> Set.of("state");
            case DOCUMENT_RETURNS -> Set.of("state", "returnBefore");
            case REPORT_28 -> Set.of("fiscalYear", "reversedAs");
            case REVIEW_REPORT -> Set.of("from", "to", "officer");
            case ADJUSTED_REFUSAL_RATE -> Set.of("fiscalYear");
        };
    }

    /** The filters that say something of a person, so that nobody may ask for them in an address. */
    public Set<String> personalFilters() {
        return this == CASES ? Set.of("name") : Set.of();
    }
}
