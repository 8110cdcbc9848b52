package consular.ledger.postgres.notary;

import consular.ledger.core.hash.Hash;
import consular.ledger.core.note.Checkpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** What places had of the log before this node began to sign. Only a log that leads there is signed on. */
final class Precedents {

    private final List<Checkpoint> open;

    private Precedents(List<Checkpoint> open) {
        this.open = open;
    }

    /**
     * Reads the notes.
     *
     * @throws Seal.Unfit if one is of another log, or by a key that this node does not know
     */
    static Precedents of(List<String> notes, Seal seal) {
        return new Precedents(new ArrayList<>(notes.stream().map(seal::read).toList()));
    }

    /** Whether the log has to grow before all are compared. */
    boolean areOpen() {
        return !open.isEmpty();
    }

    /** How many events the longest of those vouches for that are not compared yet; 0 if all are. */
    long longest() {
        return open.stream().mapToLong(Checkpoint::size).max().orElse(0);
    }

    /**
     * Compares the longest with all that there is.
     *
     * @param events how many the log has, counted after the places were asked
     */
    void requireAtLeast(long events) {
        if (longest() > events) {
            throw new Contradicted("a checkpoint over %d events was published, and the log has no more than %d"
                    .formatted(longest(), events));
        }
    }

    /**
     * Compares those that vouch for no more than a tree holds.
     *
     * @param root the root over its first leaves
     */
    void compare(long size, LongFunction<Hash> root) {
        for (var published : open) {
            if (published.size() <= size) {
                var now = root.apply(published.size());
                if (!now.equals(published.root())) {
                    throw new Contradicted(
                            "a checkpoint over %d events was published with the root %s, and they have %s"
                                    .formatted(
                                            published.size(), published.root().base64(), now.base64()));
                }
            }
        }
        open.removeIf(published -> published.size() <= size);
    }

    /** The log is not the one of which a checkpoint left the house. */
    static final class Contradicted extends IllegalStateException {

        private static final long serialVersionUID = 1L;

        Contradicted(String why) {
            super("Nothing more is signed, for the log is not the one that was vouched for: " + why);
        }
    }
}
