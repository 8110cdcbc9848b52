package consular.ledger.postgres.notary;

import consular.ledger.core.hash.Hash;
import consular.ledger.core.note.Checkpoint;
import consular.ledger.core.note.CheckpointReading;
import consular.ledger.core.note.NoteReading;
import consular.ledger.core.note.NoteSigner;
import consular.ledger.core.note.SignedNote;

/**
 * The name and the key by which a log is known.
 *
 * @param origin the log's name, for ever
 */
record Seal(String origin, NoteSigner signer) {

    String sign(long size, Hash root) {
        return SignedNote.sign(new Checkpoint(origin, size, root).text(), signer)
                .format();
    }

    /** What a note of this log vouches for. */
    Checkpoint read(String note) {
        if (SignedNote.parse(note.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        instanceof NoteReading.Read(var signed)
                && Checkpoint.parse(signed.text()) instanceof CheckpointReading.Read(var checkpoint)) {
            if (!checkpoint.origin().equals(origin)) {
                throw new Unfit("the last checkpoint is of the log '%s', and this one is called '%s'"
                        .formatted(checkpoint.origin(), origin));
            }
            return checkpoint;
        }
        throw new Unfit("the last checkpoint is not a checkpoint on a signed note");
    }

    /** What is stored does not fit what was signed; whoever signed on would vouch for it. */
    static final class Unfit extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        Unfit(String why) {
            super("Nothing more is signed: " + why);
        }
    }
}
