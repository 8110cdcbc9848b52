package consular.ledger.core.proof;

/** What came of reading bytes as a proof. */
public sealed interface ProofReading {

    /** They are one; whether it proves anything is another question. */
    record Read(TlogProof proof) implements ProofReading {}

    /** They are not, and this is why. */
    record Unreadable(String why) implements ProofReading {}
}
