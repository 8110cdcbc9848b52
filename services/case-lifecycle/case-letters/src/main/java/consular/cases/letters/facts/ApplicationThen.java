package consular.cases.letters.facts;

/** What is so of an application when the applicant is told of a refusal, or that one was reversed. */
public enum ApplicationThen {
    /** It awaits a decision. */
    OPEN,
    /** It is open, but the registration on which it rests was terminated, and a reversal does not undo that. */
    AWAITS_REINSTATEMENT,
    /** It stands refused, and the registration on which it rests was terminated. */
    REFUSED_WITHOUT_REGISTRATION,
    /** The registration on which it rests was terminated, and can no longer be reinstated. */
    REGISTRATION_ENDED,
    /** It stands refused, by a refusal of which may be told. */
    REFUSED,
    /** A visa was issued. */
    ISSUED,
    /** It lapsed for want of evidence. */
    LAPSED,
    /** It was withdrawn. */
    WITHDRAWN,
    /**
     * Something is so of which this letter must not tell: an order under INA 243(d), a refusal of which, as the Department
     * has said, no notice is given, or a reversal of which the refusing officer is not yet advised.
     */
    UNTOLD
}
