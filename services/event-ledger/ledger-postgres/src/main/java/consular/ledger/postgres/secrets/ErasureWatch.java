package consular.ledger.postgres.secrets;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sees on this node that somebody was erased on another, even while nobody asks for a key. */
public final class ErasureWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ErasureWatch.class);
    private static final long PAUSE_MILLIS = 1000;

    private final Vault vault;
    private volatile boolean stopped = true;
    private @Nullable Thread thread;

    /** Not started yet. */
    public ErasureWatch(Vault vault) {
        this.vault = vault;
    }

    /** Looks every second from now on. */
    public synchronized void start() {
        stopped = false;
        thread = Thread.ofPlatform().daemon().name("ledger-erasures").start(this::run);
    }

    /** Looks no more. */
    public synchronized void stop() {
        stopped = true;
        if (thread != null) {
            thread.interrupt();
            try {
                thread.join(TimeUnit.SECONDS.toMillis(10));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
            thread = null;
        }
    }

    private void run() {
        var away = false;
        while (!stopped) {
            try {
                Thread.sleep(PAUSE_MILLIS);
                vault.look();
                away = false;
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | Error failure) {
                if (away) {
                    continue;
                }
                away = true;
                LOG.warn(
                        "Cannot see whether somebody was erased; keys in memory are not used meanwhile: {}",
                        failure.toString());
            }
        }
    }
}
