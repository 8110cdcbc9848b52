package consular.cases.letters.facts;

/** What is so of an application when the applicant is told that a refusal of it was reversed. */
public enum AfterReversal {
    /** It awaits a decision. */
    OPEN,
    /** It is open, but the registration on which it rests was terminated, and a reversal does not undo that. */
    AWAITS_REINSTATEMENT,
    /** The registration on which it rests was terminated, and can no longer be reinstated. */
    REGISTRATION_ENDED,
    /** It stands refused by another refusal. */
    REFUSED,
    /** A visa was issued. */
    ISSUED,
    /** It was withdrawn, or lapsed. */
    ENDED,
    /**
     * Something stands in its way of which this letter must not tell: an order under INA 243(d), or a refusal of which, as
     * the Department has said, no notice is given.
     */
    UNTOLD
}
