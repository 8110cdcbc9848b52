package consular.ledger.postgres.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.postgres.TestDatabase;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ErasureWatchTest {

    private final TestDatabase database = TestDatabase.create().migrate();
    private final Vault vault = new Vault(database.jdbc(), PersonalData.NONE, new NoKeyWrapping());
    private final ErasureWatch watch = new ErasureWatch(vault);

    /** What it keeps in memory would be shown for ever otherwise. */
    @Test
    void whoever_was_told_of_an_erasure_and_failed_is_told_again() throws InterruptedException {
        var failing = new AtomicInteger();
        var told = new Semaphore(0);
        vault.onErasure(() -> {
            if (failing.incrementAndGet() <= 2) {
                throw new AssertionError("of whoever is told");
            }
        });
        vault.onErasure(told::release);
        watch.start();
        assertThat(told.tryAcquire(10, TimeUnit.SECONDS)).as("the first look").isTrue();

        failing.set(1);
        database.jdbc().sql("update erasure_count set number = number + 1").update();
        assertThat(told.tryAcquire(10, TimeUnit.SECONDS)).as("an erasure").isTrue();
        assertThat(told.tryAcquire(1500, TimeUnit.MILLISECONDS))
                .as("nothing new")
                .isFalse();
        watch.stop();
    }
}
