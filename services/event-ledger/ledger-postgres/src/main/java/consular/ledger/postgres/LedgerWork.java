package consular.ledger.postgres;

import consular.ledger.postgres.append.GroupCommit;
import consular.ledger.postgres.notary.CheckpointFolder;
import consular.ledger.postgres.notary.CheckpointSink;
import consular.ledger.postgres.notary.Notary;
import consular.ledger.postgres.secrets.ErasureWatch;
import consular.ledger.postgres.secrets.Vault;
import consular.ledger.postgres.sequencing.HeadListener;
import consular.ledger.postgres.sequencing.LogHead;
import consular.ledger.postgres.sequencing.Sequencer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * The threads of the ledger on one node: two that write, one that orders where it leads and one that signs there, one that
 * listens, one that looks for erasures. Each has a connection of its own while it works.
 */
final class LedgerWork implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(LedgerWork.class);

    /** Before whatever sends commands or reads the log, and after it when the application ends. */
    private static final int PHASE = Integer.MIN_VALUE + 1000;

    private final LogHead head;
    private final GroupCommit commits;
    private final Sequencer sequencer;
    private final HeadListener listener;
    private final ErasureWatch watch;
    private final Vault vault;
    private final Optional<Notary> notary;
    private boolean running;

    LedgerWork(
            DataSource dataSource,
            LogHead head,
            LedgerProperties properties,
            LedgerKeys keys,
            List<CheckpointSink> sinks,
            Vault vault) {
        this.head = head;
        this.vault = vault;
        this.watch = new ErasureWatch(vault);
        this.notary = keys.signer()
                .map(signer ->
                        new Notary(dataSource, properties.origin(), signer, keys.earlier(), places(properties, sinks)));
        this.sequencer = new Sequencer(
                dataSource, head, notary.<Sequencer.Follower>map(it -> it).orElseGet(Unsigned::new));
        this.listener = new HeadListener(dataSource, head);
        this.commits =
                new GroupCommit(dataSource, properties.appendQueue(), properties.appendPatience(), sequencer::appended);
    }

    private static List<CheckpointSink> places(LedgerProperties properties, List<CheckpointSink> sinks) {
        var places = new ArrayList<>(sinks);
        if (properties.checkpoints() != null) {
            places.add(new CheckpointFolder(properties.checkpoints()));
        }
        return places;
    }

    GroupCommit commits() {
        return commits;
    }

    /** Who signs, if the log is signed. */
    Optional<Notary> notary() {
        return notary;
    }

    int waiting() {
        return commits.waiting();
    }

    long size() {
        return head.size();
    }

    long damagedKeys() {
        return vault.damagedKeys();
    }

    boolean isLeading() {
        return sequencer.isLeading();
    }

    @Override
    public synchronized void start() {
        if (!running) {
            vault.requireOpenable();
            notary.filter(signer -> signer.places() == 0)
                    .ifPresent(_ ->
                            LOG.warn("Checkpoints are published nowhere: whoever owns the database can change the log"
                                    + " and sign it anew, and nobody could show it. Name a folder in"
                                    + " consular.ledger.checkpoints"));
            commits.start();
            sequencer.start();
            listener.start();
            watch.start();
            running = true;
        }
    }

    @Override
    public synchronized void stop() {
        if (running) {
            running = false;
            commits.stop();
            sequencer.stop();
            listener.stop();
            watch.stop();
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /** Where nobody has given a key. */
    private static final class Unsigned implements Sequencer.Follower {

        @Override
        public void begin() {}

        @Override
        public void follow(long size) {}

        @Override
        public void end() {}
    }
}
