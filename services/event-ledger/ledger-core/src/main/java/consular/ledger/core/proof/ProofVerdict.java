package consular.ledger.core.proof;

import consular.ledger.core.note.Checkpoint;

/** Whether a proof proves. */
public sealed interface ProofVerdict {

    /** The entry stands at this index, and the log has signed it. */
    record Proven(long index, Checkpoint checkpoint) implements ProofVerdict {}

    /** It does not, and this is why. */
    record Unproven(String why) implements ProofVerdict {}
}
