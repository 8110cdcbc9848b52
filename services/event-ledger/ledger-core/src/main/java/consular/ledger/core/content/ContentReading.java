package consular.ledger.core.content;

/** What came of reading bytes as the content of an event. */
public sealed interface ContentReading {

    /** They are spelt as they must be. */
    record Read(Content content) implements ContentReading {}

    /**
     * They are not, even if some JSON reader would take them.
     *
     * @param offset where reading stopped
     * @param expected what should have stood there
     */
    record Misspelt(int offset, String expected) implements ContentReading {}
}
