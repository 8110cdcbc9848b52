package consular.cases.domain.screening;

/** Why a screening comes out as it does, for machines. The names are promised to clients. */
public enum ReasonCode {
    // third-country nationals
    ELIGIBLE_RENEWAL,
    ELIGIBLE_NEW_VISA,
    ELIGIBLE_RESIDENT,
    EXCEPTION_LOST_STOLEN,
    HOME_COUNTRY_ONLY,
    CLASS_NOT_OFFERED,
    CREW_NOT_AT_NUEVO_LAREDO,
    OUT_OF_STATUS,
    VISA_VOID_AFTER_OVERSTAY,
    B_NOT_RESIDENT,
    CHANGED_STATUS,
    CATEGORY_MISMATCH,
    VWP_ENTRY,
    VISA_FROM_THIRD_COUNTRY,
    NSEERS,
    CONSULT_ATTORNEY,
    THREE_DAYS_IN_MEXICO,
    REVALIDATION_WILL_BE_LOST,

    // automatic revalidation
    VISA_DEEMED_EXTENDED,
    CLASS_DEEMED_CONVERTED,
    I94_EXPIRED,
    ABSENT_TOO_LONG,
    NOT_CONTIGUOUS_TERRITORY,
    APPLIED_FOR_VISA,

    // both
    NATIONALITY_BAR
}
