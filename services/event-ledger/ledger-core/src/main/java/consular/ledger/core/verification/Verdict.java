package consular.ledger.core.verification;

/** The outcome of a verification. */
public sealed interface Verdict {

    /** What was looked at. */
    Tally tally();

    /** All is as it should be. */
    record Sound(Tally tally) implements Verdict {}

    /** Something is not, and this is the first thing; nothing behind it was looked at. */
    record Broken(Tally tally, Finding finding) implements Verdict {}
}
