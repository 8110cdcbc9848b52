package consular.cases.domain.law;

/**
 * What becomes of the clocks of a registration that was interrupted.
 *
 * @param retrogression how the year to apply goes on after a retrogression that stopped it
 * @param feeYearAfterReinstatement whether a reinstatement begins the fee windows of what stands anew, as it does the
 *     year of the registration
 */
public record RegistrationClocks(Retrogression retrogression, boolean feeYearAfterReinstatement) {
    /** The recommended reading. */
    public static final RegistrationClocks RECOMMENDED = new RegistrationClocks(Retrogression.RESTART, false);

    /** What retrogression does to the year to apply, under a rule set that lets it stop that year. */
    public enum Retrogression {
        /** A new year begins with the next notice that a visa is available. */
        RESTART,
        /** What was left of the year runs on when availability is restored. */
        PAUSE
    }
}
