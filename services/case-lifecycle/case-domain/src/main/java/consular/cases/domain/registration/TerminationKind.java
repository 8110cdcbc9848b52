package consular.cases.domain.registration;

/** The two failures for which a registration is terminated. */
public enum TerminationKind {
    /** Not applying within a year of notice that a visa is available (22 CFR 42.83(a)). */
    TERM_A,
    /** Presenting no evidence within a year of a 221(g) refusal (22 CFR 42.83(b)). */
    TERM_B
}
