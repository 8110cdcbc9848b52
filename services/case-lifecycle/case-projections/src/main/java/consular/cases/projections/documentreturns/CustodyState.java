package consular.cases.projections.documentreturns;

/** Where the custody of documents stands. */
public enum CustodyState {
    /** They are kept for the evidence that may come. */
    HELD,
    /** Their time waits: an advisory opinion is awaited, or the refusal was entered after its year. */
    SUSPENDED,
    /** They are to go back. */
    DUE
}
