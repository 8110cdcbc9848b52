package consular.ledger.verifier;

/** Nothing can be said about the evidence, because of the caller or of the machine, and not of the evidence. */
final class Unverifiable extends Exception {

    private static final long serialVersionUID = 1;

    Unverifiable(String why) {
        super(why, null, false, false);
    }

    /** Why, in one line. */
    String why() {
        return String.valueOf(getMessage());
    }
}
