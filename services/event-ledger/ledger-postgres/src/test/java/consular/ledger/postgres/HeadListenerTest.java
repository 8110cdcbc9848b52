package consular.ledger.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import consular.ledger.postgres.sequencing.HeadListener;
import consular.ledger.postgres.sequencing.LogHead;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A node that does not lead. */
@Timeout(60)
class HeadListenerTest {

    private final TestDatabase database = TestDatabase.create().migrate();

    @Test
    void a_number_that_anybody_may_send_is_not_believed() throws Exception {
        var head = new LogHead();
        var listener = new HeadListener(database.dataSource(), head);
        listener.start();
        try (var ledger = new TestLedger(database)) {
            ledger.append(TestLedger.event("one", 0));
            Eventually.await("it has heard", () -> head.size() == 1);
            for (var news : new String[] {"9000000000", "no number", ""}) {
                database.jdbc()
                        .sql("select count(pg_notify('ledger_head', ?))")
                        .param(news)
                        .query(Long.class)
                        .single();
            }
            ledger.append(TestLedger.event("one", 1));
            Eventually.await("it hears on", () -> head.size() >= 2);

            assertThat(head.size()).isEqualTo(2);
        } finally {
            listener.stop();
        }
    }
}
