package consular.ledger.postgres.notary;

/** A place where checkpoints are published, best one that the owner of the database cannot write. */
@FunctionalInterface
public interface CheckpointSink {

    /**
     * Keeps a checkpoint. It may be told the same one again, and takes the time that it needs: it is called on a thread of
     * its own, one checkpoint after the other. When it takes very long, older ones are passed over.
     *
     * @param size how many events it vouches for
     * @param note the signed note
     */
    void publish(long size, String note);
}
