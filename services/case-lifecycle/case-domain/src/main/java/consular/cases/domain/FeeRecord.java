package consular.cases.domain;

import consular.cases.domain.refusals.FindingId;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the record says of an applicant's fee, beside the findings.
 *
 * @param payment what has become of the fee of the latest application
 * @param lapsedOn the findings on which it had lapsed when one of them was closed or the applicant was refused anew:
 *     unless each of them is reversed it no longer serves, which a new application cures
 * @param exception whether a new application may be taken without a fee
 * @param windowClosed the last window whose closing has been recorded
 */
public record FeeRecord(
        FeePayment payment,
        List<FindingId> lapsedOn,
        boolean exception,
        @Nullable LocalDate windowClosed) {
    static final FeeRecord NEW = new FeeRecord(FeePayment.NONE, List.of(), false, null);

    public FeeRecord {
        lapsedOn = List.copyOf(lapsedOn);
    }

    FeeRecord lapse(List<FindingId> findings) {
        var all = Stream.concat(lapsedOn.stream(), findings.stream()).distinct().toList();
        return new FeeRecord(payment, all, exception, windowClosed);
    }

    FeeRecord except() {
        return new FeeRecord(payment, lapsedOn, true, windowClosed);
    }

    FeeRecord closeWindow(LocalDate lastDay) {
        return new FeeRecord(payment, lapsedOn, exception, lastDay);
    }

    FeeRecord refund() {
        return new FeeRecord(FeePayment.REFUNDED, lapsedOn, exception, windowClosed);
    }

    boolean isRefunded() {
        return payment == FeePayment.REFUNDED;
    }

    /** An application, which uses up an exception. */
    FeeRecord apply(Fee fee) {
        return new FeeRecord(fee.paid() ? FeePayment.PAID : FeePayment.EXCEPTED, List.of(), false, windowClosed);
    }
}
