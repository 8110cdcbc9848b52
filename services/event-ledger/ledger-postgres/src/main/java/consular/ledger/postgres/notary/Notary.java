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
 * of it. What it writes follows from the log and the key alone: two notaries at once would vouch for the same.
 */
public final class Notary implements Sequencer.Follower {

    private static final Duration GRACE = Duration.ofSeconds(2);

    private final DataSource dataSource;
    private final Seal seal;
    private final List<Outbox> places;
    private final AtomicLong failures = new AtomicLong();
    private final AtomicLong idsGivenTwice = new AtomicLong();
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
        this.places = sinks.stream().map(Outbox::new).toList();
    }

    /** How often this node could not sign what was due, since it started. */
    public long failures() {
        return failures.get();
    }

    /** How many events this node has signed that have the id of one not long before; no log may have any. */
    public long idsGivenTwice() {
        return idsGivenTwice.get();
    }

    /** For how many seconds the place that is worst off has been waiting for a checkpoint that was signed here; 0 if none. */
    public double secondsUnpublished() {
        return places.stream().mapToDouble(Outbox::secondsWaiting).max().orElse(0);
    }

    @Override
    public void begin() {
        var begun =
                new Watch(dataSource, seal, this::publish, failures::incrementAndGet, idsGivenTwice::incrementAndGet);
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
    }

    private void publish(long size, String note) {
        places.forEach(place -> place.add(size, note));
    }
}
