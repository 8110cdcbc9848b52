package consular.cases.domain.quasirefusals;

/** How far an inquiry without a formal application has come. */
public enum QuasiRefusalStage {
    RECEIVED,
    /** The apparent ineligibility was explained. */
    EXPLAINED,
    /** The person does not apply. */
    QUASI_RECORDED,
    /** The person has applied after all; what follows is in the case. */
    FORMAL_APPLICATION
}
