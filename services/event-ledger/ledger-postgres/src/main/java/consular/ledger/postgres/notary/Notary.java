package consular.ledger.postgres.notary;

import consular.ledger.core.note.NoteSigner;
import consular.ledger.core.note.VerifierKey;
import consular.ledger.postgres.sequencing.Sequencer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Adds the leaves of new events to the tree, and signs a checkpoint once a second or at every 256 events, whichever comes
 * first; on the node that leads, on a thread and a connection of its own, so that events get their places whatever becomes
 * of it. The tree follows from the log alone, so two notaries at once, while the lead passes on, vouch for the same events. Their keys
 * may differ while the key of the log changes: then the note that is stored first is the only one, and the other publishes it too,
 * or signs no more if it does not know the key.
 */
public final class Notary implements Sequencer.Follower {

    private static final Duration GRACE = Duration.ofSeconds(2);

    private final DataSource dataSource;
    private final Seal seal;
    private final Places places;
    private final AtomicLong failures = new AtomicLong();
    private final IdsGivenTwice idsGivenTwice = new IdsGivenTwice();
    private volatile boolean contradicted;
    private volatile @Nullable Watch watch;

    /**
     * Signs for one log.
     *
     * @param origin the log's name, for ever
     * @param earlier the keys that the log signed with before; it goes on behind a checkpoint by one of them, and by no other
     */
    public Notary(
            DataSource dataSource,
            String origin,
            NoteSigner signer,
            List<VerifierKey> earlier,
            List<CheckpointSink> sinks) {
        this.dataSource = dataSource;
        this.seal = new Seal(origin, signer, earlier);
        this.places = new Places(sinks);
    }

    /** How often this node could not sign what was due, since it started. */
    public long failures() {
        return failures.get();
    }

    /** How many events this node has signed that have the id of one not long before, whoever signed that; no log may have any. */
    public long idsGivenTwice() {
        return idsGivenTwice.count();
    }

    /** For how many seconds the place that is worst off has been waiting for a checkpoint that was signed here; 0 if none. */
    public double secondsUnpublished() {
        return places.secondsWaiting();
    }

    /** To how many places checkpoints are published. */
    public int places() {
        return places.count();
    }

    /** Whether a place has had a checkpoint of this log that the log does not lead to; then this node signs nothing. */
    public boolean isContradicted() {
        return contradicted;
    }

    @Override
    public void begin() {
        var begun = new Watch(dataSource, seal, places::latest, this::publish, this::failed, idsGivenTwice);
        watch = begun;
        begun.start();
    }

    @Override
    public void follow(long size) {
        var current = watch;
        if (current != null) {
            current.reaches(size);
        }
    }

    /** A checkpoint that is still to be published stays with this node until it is. */
    @Override
    public void end() {
        var current = watch;
        watch = null;
        if (current != null) {
            current.stop(GRACE);
        }
        contradicted = false;
    }

    private void publish(long size, String note) {
        contradicted = false;
        places.publish(size, note);
    }

    private void failed(Throwable failure) {
        // whatever else goes wrong until it signs again takes nothing of it back
        if (failure instanceof Precedents.Contradicted && watch != null) {
            contradicted = true;
        }
        failures.incrementAndGet();
    }
}
