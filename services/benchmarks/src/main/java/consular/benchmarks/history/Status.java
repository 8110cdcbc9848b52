package consular.benchmarks.history;

import java.util.List;

/** The public status of a person in a snapshot: the columns of the file, and being in none of them. */
enum Status {
    ISSUED(0, "issued", Standing.ISSUED),
    PROCESSING(1, "ap", Standing.PROCESSING),
    READY(2, "ready", Standing.NOT_EXECUTED),
    REFUSED(3, "refused", Standing.INELIGIBLE),
    REFUSED_221G(4, "refused221g", Standing.DOCUMENT),
    IN_TRANSIT(5, "in_transit", Standing.NOT_EXECUTED),
    TRANSFER(6, "transfer", Standing.NOT_EXECUTED),
    VISA_CENTER(7, "nvc", Standing.NOT_EXECUTED),
    /** Counted in another snapshot of the case and not in this one. */
    ABSENT(8, "absent", Standing.NOT_EXECUTED);

    static final List<Status> ALL = List.of(values());
    static final List<Status> COLUMNS =
            ALL.stream().filter(status -> status != ABSENT).toList();

    private final int place;
    private final String column;
    private final Standing standing;

    Status(int place, String column, Standing standing) {
        this.place = place;
        this.column = column;
        this.standing = standing;
    }

    /** Its place among the packed counts. */
    int place() {
        return place;
    }

    String column() {
        return column;
    }

    /** What the status says in law. Files on their way and interviews to come are not acts of law on a person. */
    Standing standing() {
        return standing;
    }

    @Override
    public String toString() {
        return column;
    }
}
