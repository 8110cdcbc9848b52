package consular.ledger.core.note;

/** Whether a checkpoint may be believed. */
public sealed interface CheckpointOpening {

    /** The log has signed it. */
    record Trusted(Checkpoint checkpoint) implements CheckpointOpening {}

    /** It may not, and this is why. */
    record Refused(String why) implements CheckpointOpening {}
}
