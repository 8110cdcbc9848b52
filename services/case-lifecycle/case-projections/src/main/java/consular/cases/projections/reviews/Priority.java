package consular.cases.projections.reviews;

/** What a supervisor should take first. */
public enum Priority {
    /** The refusing officer called it not straightforward. */
    HIGH(0),
    NORMAL(1);

    private final int urgency;

    Priority(int urgency) {
        this.urgency = urgency;
    }

    /** What it is sorted by, the most urgent first. */
    int urgency() {
        return urgency;
    }

    static Priority ofUrgency(int urgency) {
        return urgency == HIGH.urgency ? HIGH : NORMAL;
    }
}
