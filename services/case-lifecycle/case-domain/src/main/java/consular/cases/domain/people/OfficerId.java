package consular.cases.domain.people;

/** An officer, whichever part he or she plays: adjudicating on one case, reviewing on another. */
public record OfficerId(String value) {
    /** The service itself, acting because a deadline passed. */
    public static final OfficerId SERVICE = new OfficerId("service");

    @Override
    public String toString() {
        return value;
    }
}
