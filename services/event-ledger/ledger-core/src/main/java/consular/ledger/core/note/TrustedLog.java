package consular.ledger.core.note;

/**
 * A log that someone believes in: its name, and the keys it signs with.
 *
 * @param origin the first line of its checkpoints
 * @param keys of the log, and of no one else: each of them alone is enough
 */
public record TrustedLog(String origin, TrustedKeys keys) {

    /** Whether this is a checkpoint of the log. */
    public CheckpointOpening open(byte[] signedNote) {
        return switch (SignedNote.parse(signedNote)) {
            case NoteReading.Unreadable(var fault) -> refused("it is not a signed note: " + fault.sentence());
            case NoteReading.Read(var note) -> open(note);
        };
    }

    /** Whether this is a checkpoint of the log. */
    public CheckpointOpening open(SignedNote note) {
        return switch (keys.open(note)) {
            case NoteOpening.Unsigned() -> refused("no key that is trusted has signed it");
            case NoteOpening.FalselySigned(var key) -> refused("the signature of " + key.name() + " is false");
            case NoteOpening.Signed(var _) -> read(note.text());
        };
    }

    private CheckpointOpening read(String text) {
        return switch (Checkpoint.parse(text)) {
            case CheckpointReading.Unreadable(var fault) -> refused("it is not a checkpoint: " + fault.sentence());
            case CheckpointReading.Read(var checkpoint) ->
                checkpoint.origin().equals(origin)
                        ? new CheckpointOpening.Trusted(withOneTextForAll(checkpoint))
                        : refused("it is of another log: " + checkpoint.origin());
        };
    }

    /** There may be millions of them. */
    private Checkpoint withOneTextForAll(Checkpoint checkpoint) {
        return new Checkpoint(origin, checkpoint.size(), checkpoint.root(), checkpoint.extensions());
    }

    private static CheckpointOpening refused(String why) {
        return new CheckpointOpening.Refused(why);
    }
}
