package consular.cases.domain.oversight;

/**
 * How a service oversees its officers.
 *
 * @param chainOfCommand whether only those review an officer's refusals who supervise that officer (9 FAM 403.12-2a)
 * @param sample what is selected for review although no rule demands it
 */
public record ReviewPolicy(boolean chainOfCommand, ReviewSample sample) {
    /** Any other commissioned supervisor reviews, and nothing is selected but by a supervisor. */
    public static final ReviewPolicy RECOMMENDED = new ReviewPolicy(false, ReviewSample.NONE);
}
