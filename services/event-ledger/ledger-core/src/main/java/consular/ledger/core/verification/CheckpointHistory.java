package consular.ledger.core.verification;

import consular.ledger.core.note.Checkpoint;
import consular.ledger.core.note.CheckpointOpening;
import consular.ledger.core.note.TrustedLog;
import consular.ledger.core.tiles.TileSource;
import consular.ledger.core.tree.ConsistencyProof;
import consular.ledger.core.tree.TreeHasher;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The checkpoints that a log has signed, the oldest first. */
public sealed interface CheckpointHistory {

    /** Every one is signed, and none goes back behind another. Whether they are consistent, the entries or proofs show. */
    record Trusted(List<Checkpoint> checkpoints) implements CheckpointHistory {

        public Trusted {
            checkpoints = List.copyOf(checkpoints);
        }

        /**
         * Whether each is a continuation of the one before, by proofs that were handed over and not by the entries: for those
         * who hold checkpoints only.
         *
         * @param proofs one for each pair of neighbours
         * @return the first pair that is not, if any
         */
        public Optional<Finding> inconsistency(List<ConsistencyProof> proofs) {
            for (var number = 1; number < checkpoints.size(); number++) {
                var older = checkpoints.get(number - 1);
                var newer = checkpoints.get(number);
                if (number > proofs.size() || !connects(proofs.get(number - 1), older, newer)) {
                    return Optional.of(new Finding.CheckpointsInconsistent(number, older, newer));
                }
            }
            return Optional.empty();
        }

        private static boolean connects(ConsistencyProof proof, Checkpoint older, Checkpoint newer) {
            return proof.first() == older.size()
                    && proof.second() == newer.size()
                    && proof.proves(older.root(), newer.root());
        }

        /** The first thing that is wrong with tiles that are said to be those of the log, if any. */
        public Optional<Finding> verify(TileSource tiles) {
            return new TileVerifier(checkpoints, tiles).verify();
        }
    }

    /** One of them may not be believed. */
    record Broken(Finding finding) implements CheckpointHistory {}

    /** Opens the notes of a log, in the order in which it signed them. */
    static CheckpointHistory open(TrustedLog log, List<byte[]> notes) {
        List<Checkpoint> checkpoints = new ArrayList<>();
        for (var note : notes) {
            var number = checkpoints.size();
            switch (log.open(note)) {
                case CheckpointOpening.Refused(var why) -> {
                    return new Broken(new Finding.CheckpointRefused(number, why));
                }
                case CheckpointOpening.Trusted(var checkpoint, var _) -> {
                    if (checkpoint.size() == 0 && !checkpoint.root().equals(TreeHasher.emptyRoot())) {
                        return new Broken(new Finding.CheckpointRefused(number, "it has a root over no entries"));
                    }
                    if (number > 0 && !mayFollow(checkpoints.getLast(), checkpoint)) {
                        return new Broken(
                                new Finding.CheckpointsInconsistent(number, checkpoints.getLast(), checkpoint));
                    }
                    checkpoints.add(checkpoint);
                }
            }
        }
        return new Trusted(checkpoints);
    }

    private static boolean mayFollow(Checkpoint older, Checkpoint newer) {
        return newer.size() > older.size()
                || (newer.size() == older.size() && newer.root().equals(older.root()));
    }
}
