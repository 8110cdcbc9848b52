package consular.cases.projections.report28;

/** Under what a report counts what a supervisor or the officer reversed, which no text settles. */
enum ReversedAs {
    /** Apart. */
    REVERSED,
    /** With what was overcome, as in the published table, which has no other place for it. */
    OVERCOME
}
