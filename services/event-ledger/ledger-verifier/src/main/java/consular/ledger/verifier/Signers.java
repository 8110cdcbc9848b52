package consular.ledger.verifier;

import consular.ledger.core.note.Checkpoint;
import consular.ledger.core.note.VerifierKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which keys signed which checkpoints.
 *
 * @param reigns in the order of the checkpoints
 */
record Signers(List<Reign> reigns) {

    static final Signers NONE = new Signers(List.of());

    Signers {
        reigns = List.copyOf(reigns);
    }

    /** Those of one checkpoint, which is all that there is. */
    static Signers of(Checkpoint checkpoint, List<VerifierKey> by) {
        var signers = new Count();
        signers.add(checkpoint, by);
        return signers.signers();
    }

    /**
     * A key signed again after another had taken its place. A node of the service signs behind no key that it does not know, and stores
     * nothing over fewer events than another has signed: so it was somebody who kept the old key, or nodes of which each was told that the
     * other's key is the earlier one.
     */
    boolean isOneBack() {
        Set<List<VerifierKey>> met = new HashSet<>();
        return !reigns.stream().map(Reign::by).allMatch(met::add);
    }

    /**
     * Checkpoints one behind the other that the same keys signed.
     *
     * @param by the keys, most often one
     * @param first the first checkpoint, counted from 1
     * @param last the last checkpoint
     * @param from the first event that no checkpoint before these covers
     * @param size how many events the last one covers
     */
    record Reign(List<VerifierKey> by, long first, long last, long from, long size) {

        Reign {
            by = List.copyOf(by);
        }

        private Reign goesOn(long newSize) {
            return new Reign(by, first, last + 1, from, newSize);
        }

        List<String> keys() {
            return by.stream().map(VerifierKey::reference).toList();
        }

        String sentence() {
            var checkpoints = first == last ? "checkpoint " + first : "checkpoints %d to %d".formatted(first, last);
            var events = from == size ? "no events" : "events %d to %d".formatted(from, size - 1);
            return "%s: %s, %s".formatted(String.join(" and ", keys()), checkpoints, events);
        }
    }

    /** Takes the checkpoints as they come. */
    static final class Count {

        private final List<Reign> reigns = new ArrayList<>();

        void add(Checkpoint checkpoint, List<VerifierKey> by) {
            if (reigns.isEmpty()) {
                reigns.add(new Reign(by, 1, 1, 0, checkpoint.size()));
                return;
            }
            var latest = reigns.getLast();
            if (latest.by().equals(by)) {
                reigns.set(reigns.size() - 1, latest.goesOn(checkpoint.size()));
            } else {
                reigns.add(new Reign(by, latest.last() + 1, latest.last() + 1, latest.size(), checkpoint.size()));
            }
        }

        Signers signers() {
            return new Signers(reigns);
        }
    }
}
