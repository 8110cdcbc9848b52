package consular.benchmarks.history;

/** How many persons of a case have each status, seven bits a status: a file has hundreds of thousands of these. */
record Counts(long packed) {
    static final Counts NONE = new Counts(0);
    static final int MOST = 127;
    private static final int BITS = 7;

    int of(Status status) {
        return (int) (packed >>> (status.place() * BITS)) & MOST;
    }

    Counts plus(Status status, int persons) {
        if (of(status) + persons < 0 || of(status) + persons > MOST) {
            throw new IllegalArgumentException("a case has 0 to " + MOST + " persons of one status");
        }
        return new Counts(packed + ((long) persons << (status.place() * BITS)));
    }

    /** The persons that the snapshot counts. */
    int persons() {
        return Status.COLUMNS.stream().mapToInt(this::of).sum();
    }

    /** With so many absent that all together are {@code everyone}. */
    Counts outOf(int everyone) {
        return plus(Status.ABSENT, everyone - persons());
    }
}
