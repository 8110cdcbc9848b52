package consular.cases.application.webhooks;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/**
 * How many deliveries may work on the database at once. There may be more of them than connections, and all wake at the same time;
 * whoever gives a command must find a connection free all the same.
 */
final class ConnectionShare {
    /** What deliveries get at most of all connections. */
    private static final int SHARE = 4;

    private final Semaphore free;

    private ConnectionShare(int places) {
        free = new Semaphore(places, true);
    }

    /** Those that so many connections leave to deliveries: a quarter, and one at least. */
    static ConnectionShare among(int connections) {
        return new ConnectionShare(Math.max(1, connections / SHARE));
    }

    /** Does something as soon as a place is free. It must not ask for another one meanwhile. */
    <T> T take(Supplier<T> work) {
        free.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            free.release();
        }
    }
}
