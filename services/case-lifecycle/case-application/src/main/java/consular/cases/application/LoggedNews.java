package consular.cases.application;

import consular.ledger.postgres.secrets.Vault;
import consular.ledger.postgres.sequencing.LogHead;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The news that the ledger's own listener brings. */
record LoggedNews(LogHead head, Vault vault) implements LogNews {
    @Override
    public long size() {
        return head.size();
    }

    @Override
    public boolean awaitMoreThan(long events, Duration atMost) throws InterruptedException {
        return head.awaitMoreThan(events, atMost.toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public void onErasure(Runnable forget) {
        vault.onErasure(forget);
    }
}
