package consular.cases.letters.facts;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The year of INA 203(g) in which the applicant has to act.
 *
 * @param since what it was reckoned from at first
 * @param on the day of that
 * @param reinstatedOn the day of the reinstatement from which the year ran anew; null if it never did
 * @param daysStood on how many days it stood because no visa was available (R-TRM-06), so that it ended as much later
 */
public record YearToAct(Since since, LocalDate on, @Nullable LocalDate reinstatedOn, long daysStood) {

    /** What such a year is reckoned from (R-TRM-02, R-TRM-05, R-TRM-16). */
    public enum Since {
        /** The notice that a visa is available, upon which the applicant has to apply. */
        NOTICE,
        /** An interview that the applicant missed, who still has to apply. */
        MISSED_INTERVIEW,
        /** The follow-up instruction package, which the applicant has neither answered nor acted upon. */
        FOLLOW_UP,
        /** A refusal under 221(g), against which the applicant has to present evidence. */
        REFUSAL
    }
}
