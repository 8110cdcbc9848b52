package consular.ledger.postgres;

import consular.ledger.postgres.notary.Notary;
import consular.ledger.postgres.sequencing.Sequencer;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A notary, and whatever it has thrown at the sequencer's thread. */
final class AskedNotary implements Sequencer.Follower {

    private final Notary notary;
    private final List<Throwable> thrown = new CopyOnWriteArrayList<>();

    AskedNotary(Notary notary) {
        this.notary = notary;
    }

    List<Throwable> thrown() {
        return thrown;
    }

    @Override
    public void begin() {
        noted(notary::begin);
    }

    @Override
    public void follow(long size) {
        noted(() -> notary.follow(size));
    }

    @Override
    public void end() {
        noted(notary::end);
    }

    private void noted(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException | Error failure) {
            thrown.add(failure);
            throw failure;
        }
    }
}
