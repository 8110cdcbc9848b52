package consular.cases.domain.refusals;

/** Where a finding stands. Waived is not overcome: the ineligibility remains (9 FAM 504.11-4(B)). */
public enum FindingStatus {
    ACTIVE,
    OVERCOME,
    WAIVED,
    REVERSED,
    SUPERSEDED
}
