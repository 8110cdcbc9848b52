package consular.cases.projections;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import consular.cases.application.LookoutOutbox;
import consular.cases.domain.quasirefusals.QuasiRefusalId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Each lookout that waits for CLASS goes to one taker, and comes back if nothing came of it. */
class LookoutOutboxTest {
    private static final LocalDate DAY = LocalDate.of(2024, 3, 5);

    private ReadSide side;

    @BeforeEach
    void start() {
        side = ReadSide.started();
    }

    @AfterEach
    void stop() {
        side.close();
    }

    @Test
    void a_lookout_waits_until_it_is_taken_out() {
        var id = waiting(DAY);
        assertThat(outbox().countUnsent()).isEqualTo(1);
        assertThat(take()).containsExactly(id);
        assertThat(take()).as("while somebody sends it").isEmpty();
        outbox().remove(id);
        assertThat(outbox().countUnsent()).isZero();
        expireClaims();
        assertThat(take()).isEmpty();
    }

    @Test
    void the_longest_waiting_goes_first() {
        var young = waiting(DAY.plusDays(1));
        var old = waiting(DAY);
        assertThat(take()).containsExactly(old, young);
    }

    @Test
    void what_failed_comes_back_when_the_claim_has_run_out() {
        var id = waiting(DAY);
        assertThat(outbox().takeUnsent(10, _ -> {
                    throw new IllegalStateException("as if the endpoint were away");
                }))
                .isEqualTo(1);
        assertThat(take()).isEmpty();
        expireClaims();
        assertThat(take()).containsExactly(id);
    }

    @Test
    void a_lookout_of_a_transaction_that_fails_never_waits() {
        var transaction = new TransactionTemplate(side.bean(PlatformTransactionManager.class));
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> transaction.executeWithoutResult(_ -> {
                    waiting(DAY);
                    throw new IllegalStateException("as if the log had refused its events");
                }));
        assertThat(outbox().countUnsent()).isZero();
    }

    @Test
    void of_many_takers_never_do_two_get_a_lookout() throws Exception {
        var ids = IntStream.range(0, 40).mapToObj(_ -> waiting(DAY)).toList();
        var taken = new ConcurrentLinkedQueue<QuasiRefusalId>();
        try (var pool = Executors.newFixedThreadPool(4)) {
            var takers = IntStream.range(0, 4)
                    .mapToObj(_ -> (Callable<Void>) () -> {
                        for (var round = 0; round < 40; round++) {
                            outbox().takeUnsent(5, taken::add);
                        }
                        return null;
                    })
                    .toList();
            for (var done : pool.invokeAll(takers)) {
                done.get();
            }
        }
        assertThat(taken).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(ids);
    }

    private QuasiRefusalId waiting(LocalDate enteredOn) {
        var id = new QuasiRefusalId(UUID.randomUUID());
        outbox().add(id, enteredOn);
        return id;
    }

    private void expireClaims() {
        side.jdbc
                .sql("update waiting_lookout set claimed_until = clock_timestamp()")
                .update();
    }

    private LookoutOutbox outbox() {
        return side.bean(LookoutOutbox.class);
    }

    private List<QuasiRefusalId> take() {
        var taken = new ArrayList<QuasiRefusalId>();
        assertThat(outbox().takeUnsent(100, taken::add)).isEqualTo(taken.size());
        return taken;
    }
}
