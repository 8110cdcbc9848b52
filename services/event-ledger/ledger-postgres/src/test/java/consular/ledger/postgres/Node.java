package consular.ledger.postgres;

import com.zaxxer.hikari.HikariDataSource;
import consular.ledger.postgres.sequencing.HeadListener;
import consular.ledger.postgres.sequencing.LogHead;
import consular.ledger.postgres.sequencing.Sequencer;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;

/** One of several nodes on a database: it orders if it leads, and listens. It can be made to stand still. */
final class Node implements AutoCloseable {

    private final HikariDataSource pool = new HikariDataSource();
    private final LogHead head = new LogHead();
    private final Sequencer sequencer;
    private final HeadListener listener;
    private volatile CountDownLatch thaw = new CountDownLatch(0);

    Node(DataSource database, Sequencer.Follower follower) {
        pool.setDataSource(database);
        pool.setMaximumPoolSize(5);
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(20_000);
        sequencer = new Sequencer(pool, head, new Standing(follower));
        listener = new HeadListener(pool, head);
        sequencer.start();
        listener.start();
    }

    LogHead head() {
        return head;
    }

    boolean isLeading() {
        return sequencer.isLeading();
    }

    /** The sequencer's thread goes no further than its next step. */
    void freeze() {
        thaw = new CountDownLatch(1);
    }

    void thaw() {
        thaw.countDown();
    }

    @Override
    public void close() {
        thaw();
        sequencer.stop();
        listener.stop();
        pool.close();
    }

    /** Stands still when it is told to. */
    private final class Standing implements Sequencer.Follower {

        private final Sequencer.Follower follower;

        Standing(Sequencer.Follower follower) {
            this.follower = follower;
        }

        @Override
        public void begin() {
            follower.begin();
        }

        @Override
        public void follow(long size) {
            try {
                thaw.await();
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
            follower.follow(size);
        }

        @Override
        public void end() {
            follower.end();
        }
    }
}
