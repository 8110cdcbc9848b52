package consular.cases.application;

import java.time.Duration;

/** What this instance hears of the log, without asking the database. */
public interface LogNews {
    /** How many events the log has at the least. */
    long size();

    /** Waits until the log has more than so many events; false when the time is over. */
    boolean awaitMoreThan(long events, Duration atMost) throws InterruptedException;

    /** Has something done, quickly, whenever data of a person was erased: whoever keeps events in memory has to forget them. */
    void onErasure(Runnable forget);
}
