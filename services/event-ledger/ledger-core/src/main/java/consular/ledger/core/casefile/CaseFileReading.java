package consular.ledger.core.casefile;

/** What came of reading bytes as a case file. */
public sealed interface CaseFileReading {

    /** They are one; whether it proves anything is another question. */
    record Read(CaseFile file) implements CaseFileReading {}

    /** They are not, and this is why. */
    record Unreadable(String why) implements CaseFileReading {}
}
