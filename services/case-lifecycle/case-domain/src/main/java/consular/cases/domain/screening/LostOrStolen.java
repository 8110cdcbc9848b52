package consular.cases.domain.screening;

/** What was lost or stolen on the way. */
public enum LostOrStolen {
    BIOMETRIC_PASSPORT,
    VISA
}
