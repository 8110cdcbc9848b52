package consular.ledger.postgres.append;

/** Something in an append cannot be sent to a database at all. Nothing was sent. */
final class UnsendableAppend extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnsendableAppend(RuntimeException cause) {
        super("an append that cannot be sent", cause);
    }
}
