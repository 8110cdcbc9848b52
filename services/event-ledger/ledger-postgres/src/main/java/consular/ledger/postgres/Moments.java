package consular.ledger.postgres;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What time it is, and calls at a later time. */
interface Moments {

    /** As the machine has it. */
    Moments REAL = new Moments() {

        @Override
        public long nanos() {
            return System.nanoTime();
        }

        @Override
        public void after(long nanos, Runnable call) {
            CompletableFuture.delayedExecutor(nanos, TimeUnit.NANOSECONDS).execute(call);
        }
    };

    /** Nanoseconds since any moment, as {@link System#nanoTime}. */
    long nanos();

    /** Calls once, in a thread of its own, when so much time is over or a little later. */
    void after(long nanos, Runnable call);
}
