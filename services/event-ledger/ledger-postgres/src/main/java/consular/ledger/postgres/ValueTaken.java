package consular.ledger.postgres;

/** Another stream has the value that an append claimed; nothing was appended. */
public final class ValueTaken extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ValueTaken(String kind) {
        super("another stream has this " + kind);
    }
}
