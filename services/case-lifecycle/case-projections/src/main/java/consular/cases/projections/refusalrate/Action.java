package consular.cases.projections.refusalrate;

/** What an applicant was last told. */
enum Action {
    REFUSED,
    /** Nothing of the refusals stands any more, and nothing is decided yet: it counts as neither. */
    CLEARED,
    ISSUED
}
