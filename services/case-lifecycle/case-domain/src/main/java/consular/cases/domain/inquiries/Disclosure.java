package consular.cases.domain.inquiries;

import java.util.Set;

/** What a reply may tell. Visa records are confidential (INA 222(f)), so a third party has a list of its own. */
public enum Disclosure {
    /** That a visa was issued or refused, that the application lapsed or was withdrawn, and what became of the refusal. */
    OUTCOME,
    /** The provision of law. */
    GROUND,
    /** What that provision says, and what evidence can help. */
    LAW,
    /** That a supervisory officer reviewed and concurred. */
    CONCURRENCE,
    /** On which day. */
    DATE,
    /** The documents or steps that the refusal asks for. */
    WHAT_IS_ASKED_FOR,
    /** The facts, unless they are classified. */
    FACTS;

    private static final Set<Disclosure> TO_ANYBODY = Set.of(OUTCOME, GROUND, LAW, CONCURRENCE);

    /** Whether somebody other than the applicant and the attorney of record may be told. */
    boolean isForThirdParties() {
        return TO_ANYBODY.contains(this);
    }
}
