package consular.cases.domain.refusals;

/** The two ways open to a reviewer who disagrees (9 FAM 504.11-3(A)(3)a). */
public enum ProposedAction {
    REVERSE,
    REFER
}
