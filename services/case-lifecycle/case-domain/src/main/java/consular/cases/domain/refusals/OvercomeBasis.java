package consular.cases.domain.refusals;

/** The two instances in which a refusal is overcome (9 FAM 504.11-4(A)a). */
public enum OvercomeBasis {
    EVIDENCE,
    PROCESSING_COMPLETE
}
