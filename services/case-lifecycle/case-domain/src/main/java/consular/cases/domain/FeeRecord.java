package consular.cases.domain;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the record says of an applicant's fee, beside the findings.
 *
 * @param lapsed whether a finding was overcome or waived after the fee had lapsed, which a new
 *     application cures
 * @param exception whether a new application may be taken without a fee
 * @param windowClosed the last window whose closing has been recorded
 */
public record FeeRecord(
        boolean lapsed, boolean exception, @Nullable LocalDate windowClosed) {
    static final FeeRecord NEW = new FeeRecord(false, false, null);

    FeeRecord lapse() {
        return new FeeRecord(true, exception, windowClosed);
    }

    FeeRecord except() {
        return new FeeRecord(lapsed, true, windowClosed);
    }

    FeeRecord closeWindow(LocalDate lastDay) {
        return new FeeRecord(lapsed, exception, lastDay);
    }

    /** An application, which uses up an exception. */
    FeeRecord apply() {
        return new FeeRecord(false, false, windowClosed);
    }
}
