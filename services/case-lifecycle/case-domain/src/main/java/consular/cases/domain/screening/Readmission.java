package consular.cases.domain.screening;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who left the United States for a short while and comes back on a visa that has expired. A fact left out counts
 * as not so.
 *
 * @param nationality ISO 3166-1 alpha-2
 * @param visaClass the class of the stay that is to be resumed, by the Department's symbol
 * @param i94ValidUntil the last day of the stay that the I-94 allows; null where it is admitted for duration of status
 * @param durationOfStatus whether the I-94 says D/S in place of a date
 * @param changedStatus whether status was changed in the United States since the visa was issued
 * @param appliedForVisaDuringAbsence whether a new visa was applied for, whatever came of it
 * @param on the day whose law applies; the day of the return, unless given
 */
public record Readmission(
        String nationality,
        String visaClass,
        LocalDate departedOn,
        LocalDate returnsOn,
        Territory visited,
        @Nullable LocalDate i94ValidUntil,
        @Nullable Boolean durationOfStatus,
        @Nullable Boolean changedStatus,
        @Nullable Boolean appliedForVisaDuringAbsence,
        @Nullable LocalDate on) {

    long daysAbsent() {
        return ChronoUnit.DAYS.between(departedOn, returnsOn);
    }

    boolean hasValidI94() {
        return Boolean.TRUE.equals(durationOfStatus) || (i94ValidUntil != null && !i94ValidUntil.isBefore(returnsOn));
    }

    /** Students and exchange visitors, their families included. */
    boolean isStudentOrExchangeVisitor() {
        return visaClass.startsWith("F") || visaClass.startsWith("J");
    }
}
