package consular.ledger.core.note;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A log that someone believes in: its name, and the keys it signs with.
 *
 * @param origin the first line of its checkpoints
 * @param keys of the log, and of no one else: each of them alone is enough
 */
public record TrustedLog(String origin, TrustedKeys keys) {

    private static final int MOST_NAMED = 4;

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
            case NoteOpening.Unsigned() -> refused("no key that is trusted has signed it, " + named(note));
            case NoteOpening.FalselySigned(var key) -> refused("the signature of " + key.name() + " is false");
            case NoteOpening.Signed(var by) -> read(note.text(), by);
        };
    }

    private CheckpointOpening read(String text, List<VerifierKey> by) {
        return switch (Checkpoint.parse(text)) {
            case CheckpointReading.Unreadable(var fault) -> refused("it is not a checkpoint: " + fault.sentence());
            case CheckpointReading.Read(var checkpoint) ->
                checkpoint.origin().equals(origin)
                        ? new CheckpointOpening.Trusted(withOneTextForAll(checkpoint), by)
                        : refused("it is of another log: " + checkpoint.origin());
        };
    }

    /** Whose signatures it claims to bear; of many, the first few. */
    private static String named(SignedNote note) {
        return note.signatures().stream()
                .limit(MOST_NAMED)
                .map(NoteSignature::reference)
                .collect(Collectors.joining(", ", "it names ", ""));
    }

    /** There may be millions of them. */
    private Checkpoint withOneTextForAll(Checkpoint checkpoint) {
        return new Checkpoint(origin, checkpoint.size(), checkpoint.root(), checkpoint.extensions());
    }

    private static CheckpointOpening refused(String why) {
        return new CheckpointOpening.Refused(why);
    }
}
