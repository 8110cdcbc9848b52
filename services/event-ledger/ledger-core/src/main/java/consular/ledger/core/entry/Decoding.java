package consular.ledger.core.entry;

/** What came of reading bytes as an entry. */
public sealed interface Decoding {

    /** They are canonical. */
    record Decoded(Entry entry) implements Decoding {}

    /**
     * They are not, even if some JSON reader would take them.
     *
     * @param offset where reading stopped
     * @param expected what should have stood there
     */
    record NotCanonical(int offset, String expected) implements Decoding {}
}
