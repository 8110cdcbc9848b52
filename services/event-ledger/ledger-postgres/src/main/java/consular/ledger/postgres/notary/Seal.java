package consular.ledger.postgres.notary;

import static java.nio.charset.StandardCharsets.UTF_8;

import consular.ledger.core.hash.Hash;
import consular.ledger.core.note.Checkpoint;
import consular.ledger.core.note.CheckpointOpening;
import consular.ledger.core.note.NoteSigner;
import consular.ledger.core.note.SignedNote;
import consular.ledger.core.note.TrustedKeys;
import consular.ledger.core.note.TrustedLog;
import consular.ledger.core.note.VerifierKey;
import java.util.List;
import java.util.stream.Stream;

/** The name and the keys by which a log is known, of which one signs. */
final class Seal {

    private final TrustedLog log;
    private final NoteSigner signer;

    /** The name is the log's for ever; the earlier keys are those that signed before this one. */
    Seal(String origin, NoteSigner signer, List<VerifierKey> earlier) {
        this.signer = signer;
        var keys = Stream.concat(Stream.of(signer.verifier()), earlier.stream()).toList();
        this.log = new TrustedLog(origin, new TrustedKeys(keys));
    }

    String sign(long size, Hash root) {
        return SignedNote.sign(new Checkpoint(log.origin(), size, root).text(), signer)
                .format();
    }

    /**
     * What a note of this log vouches for.
     *
     * @throws Unfit if it is not one, or by a key that this node does not know: somebody else signs this log, or its key was changed and
     *     the node was not told
     */
    Checkpoint read(String note) {
        return switch (log.open(note.getBytes(UTF_8))) {
            case CheckpointOpening.Trusted(var checkpoint, var _) -> checkpoint;
            case CheckpointOpening.Refused(var why) ->
                throw new Unfit("the last checkpoint is none of the log '%s' by a key of consular.ledger.signing-key or"
                                .formatted(log.origin())
                        + " consular.ledger.earlier-keys: " + why);
        };
    }

    /** What is stored does not fit what was signed; whoever signed on would vouch for it. */
    static final class Unfit extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        Unfit(String why) {
            super("Nothing more is signed: " + why);
        }
    }
}
