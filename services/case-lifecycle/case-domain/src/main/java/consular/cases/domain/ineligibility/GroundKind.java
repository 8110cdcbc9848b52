package consular.cases.domain.ineligibility;

/** To which part of the law a ground of refusal belongs. */
public enum GroundKind {
    /** An existing provision of INA 212(a). */
    SECTION_212A,
    /** INA 212(e): certain exchange visitors. */
    SECTION_212E,
    /** INA 221(g), which is refused by reasons and not by ground. */
    SECTION_221G,
    /** Bars nonimmigrants only: INA 212(f), 214(b), 214(l), 222(g). */
    NIV_ONLY,
    /** A quasi-refusal code, which cannot carry a refusal (9 FAM 403.10-2(A)a; R-QR-03). */
    QUASI,
    /** Nothing in the law is cited so. */
    UNKNOWN
}
