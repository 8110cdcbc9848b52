package consular.ledger.core.note;

import java.util.List;

/** Whether a checkpoint may be believed. */
public sealed interface CheckpointOpening {

    /**
     * The log has signed it.
     *
     * @param by with these of its keys, at least one
     */
    record Trusted(Checkpoint checkpoint, List<VerifierKey> by) implements CheckpointOpening {

        public Trusted {
            by = List.copyOf(by);
        }
    }

    /** It may not, and this is why. */
    record Refused(String why) implements CheckpointOpening {}
}
