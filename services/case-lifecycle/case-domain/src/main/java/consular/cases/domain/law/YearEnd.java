package consular.cases.domain.law;

/**
 * On which day a year ends.
 *
 * @param leapDay for one that began on 29 February
 * @param rollOnPostClosure whether one that ends on a day on which the post is closed ends on its next working day
 *     (Q-18)
 */
public record YearEnd(LeapDay leapDay, boolean rollOnPostClosure) {
    /** The recommended reading. */
    public static final YearEnd RECOMMENDED = new YearEnd(LeapDay.FEB_28, false);
}
