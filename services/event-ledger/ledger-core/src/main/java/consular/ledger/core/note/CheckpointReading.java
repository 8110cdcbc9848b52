package consular.ledger.core.note;

/** What came of reading a text as a checkpoint. */
public sealed interface CheckpointReading {

    /** It is one. */
    record Read(Checkpoint checkpoint) implements CheckpointReading {}

    /** It is not. */
    record Unreadable(CheckpointFault fault) implements CheckpointReading {}
}
