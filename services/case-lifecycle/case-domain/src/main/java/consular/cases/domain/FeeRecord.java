package consular.cases.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the record says of an applicant's fee, beside the findings.
 *
 * @param payment what has become of the fee of the latest application
 * @param lapsed whether it no longer serves, which a new application cures: a finding was overcome or waived after the
 *     fee had lapsed, or the fee was refunded
 * @param exception whether a new application may be taken without a fee
 * @param windowClosed the last window whose closing has been recorded
 */
public record FeeRecord(
        FeePayment payment,
        boolean lapsed,
        boolean exception,
        @Nullable LocalDate windowClosed) {
    static final FeeRecord NEW = new FeeRecord(FeePayment.NONE, false, false, null);

    FeeRecord lapse() {
        return new FeeRecord(payment, true, exception, windowClosed);
    }

    FeeRecord except() {
        return new FeeRecord(payment, lapsed, true, windowClosed);
    }

    FeeRecord closeWindow(LocalDate lastDay) {
        return new FeeRecord(payment, lapsed, exception, lastDay);
    }

    FeeRecord refund() {
        return new FeeRecord(FeePayment.REFUNDED, true, exception, windowClosed);
    }

    boolean isRefunded() {
        return payment == FeePayment.REFUNDED;
    }

    /** An application, which uses up an exception. */
    FeeRecord apply(Fee fee) {
        return new FeeRecord(fee.paid() ? FeePayment.PAID : FeePayment.EXCEPTED, false, false, windowClosed);
    }
}
