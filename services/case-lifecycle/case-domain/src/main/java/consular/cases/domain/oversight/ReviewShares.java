package consular.cases.domain.oversight;

/** How much of an officer's work is selected for review, in percent of each kind. */
public record ReviewShares(int refusalsUnder221g, int otherRefusals, int issuances) {
    /** Nothing is selected. */
    public static final ReviewShares NONE = new ReviewShares(0, 0, 0);

    /** Refuses what is no share. */
    public ReviewShares {
        if (!isShare(refusalsUnder221g) || !isShare(otherRefusals) || !isShare(issuances)) {
            throw new IllegalArgumentException("a share for review is from 0 to 100 percent");
        }
    }

    private static boolean isShare(int percent) {
        return percent >= 0 && percent <= 100;
    }

    /** The share of one kind, in percent. */
    public int of(ReviewSubject subject) {
        return switch (subject) {
            case REFUSAL_UNDER_221G -> refusalsUnder221g;
            case OTHER_REFUSAL -> otherRefusals;
            case ISSUANCE -> issuances;
        };
    }
}
