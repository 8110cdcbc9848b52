package consular.ledger.verifier;

import consular.ledger.core.hash.Hash;
import consular.ledger.core.note.Checkpoint;
import consular.ledger.core.verification.Finding;
import consular.ledger.core.verification.Places;
import consular.ledger.core.verification.Tally;
import java.util.List;
import java.util.Optional;

/**
 * How a verification went.
 *
 * @param tally what was looked at, up to the finding if there is one
 * @param erased which entries are without a secret part that they commit to
 * @param checkpoints how many were opened
 * @param newest the newest of them, if the checkpoints are all right
 * @param signers who signed them, as far as they were opened without a fault
 * @param finding the first thing that is wrong, if any
 * @param warnings what proves nothing, but should be known to whoever reads the evidence by hand
 */
record Outcome(
        Tally tally,
        Places erased,
        int checkpoints,
        Optional<Checkpoint> newest,
        Signers signers,
        Optional<Finding> finding,
        List<String> warnings) {

    Outcome {
        warnings = List.copyOf(warnings);
    }

    static Outcome broken(Finding finding) {
        return new Outcome(
                new Tally(0, 0, 0, 0, 0),
                new Places(),
                0,
                Optional.empty(),
                Signers.NONE,
                Optional.of(finding),
                List.of());
    }

    Outcome with(List<String> more) {
        return new Outcome(tally, erased, checkpoints, newest, signers, finding, more);
    }

    Optional<Hash> root() {
        return newest.map(Checkpoint::root);
    }
}
