package consular.cases.domain;

/** What has become of the fee of the latest application. */
public enum FeePayment {
    /** No application has been executed. */
    NONE,
    PAID,
    /** Not asked for, under an exception. */
    EXCEPTED,
    REFUNDED
}
