package consular.cases.projections.deadletters;

/** An operation on dead letters that could not be begun. */
public final class DeadLetterProblem extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final boolean busy;

    private DeadLetterProblem(String message, boolean busy) {
        super(message, null, false, false);
        this.busy = busy;
    }

    /** No letter of that sequence is there. */
    public static DeadLetterProblem missing() {
        return new DeadLetterProblem("no dead letter of that processor and sequence is there", false);
    }

    /** Somebody is trying the sequence just now. */
    public static DeadLetterProblem busy() {
        return new DeadLetterProblem("the dead letter is being tried just now; ask again in half a minute", true);
    }

    /** Whether it is being tried just now; else it is not there. */
    public boolean isBusy() {
        return busy;
    }
}
