package consular.ledger.postgres.notary;

import java.util.Optional;

/** A place where checkpoints are published, best one that the owner of the database cannot write. */
@FunctionalInterface
public interface CheckpointSink {

    /**
     * Keeps a checkpoint. It may be told the same one again, and takes the time that it needs: it is called on a thread of
     * its own, one checkpoint after the other. When it takes very long, older ones are passed over.
     *
     * @param size how many events it vouches for
     * @param note the signed note
     * @throws RuntimeException if it cannot, or has another checkpoint over as many events, which it keeps
     */
    void publish(long size, String note);

    /**
     * The checkpoint over the most events that the place has, whoever published it. A log that does not lead to it is not signed on:
     * it was put back from an older copy, or is another. Who begins to sign asks, and signs nothing before there is an answer.
     *
     * @return nothing if it has none, or cannot be read
     * @throws RuntimeException if it cannot tell at the moment
     */
    default Optional<String> latest() {
        return Optional.empty();
    }
}
