package consular.ledger.postgres.secrets;

/** What there is of the key of a person. */
sealed interface DataKey {

    /** It opens what is sealed under it. */
    @SuppressWarnings("ArrayRecordComponent") // it is used, and never compared
    record Usable(byte[] bytes) implements DataKey {}

    /**
     * It was destroyed.
     *
     * @param position where in the log the event stands that did it
     */
    record Destroyed(long position) implements DataKey {}
}
