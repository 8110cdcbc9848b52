package consular.cases.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.cases.domain.people.CaseId;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.dao.DataAccessResourceFailureException;

@Timeout(20)
class CaseTurnsTest {

    private final CaseId caseId = new CaseId(new UUID(0, 1));

    @Test
    void whoever_waits_too_long_for_his_turn_has_done_nothing_and_may_try_again() throws Exception {
        var turns = new CaseTurns(Duration.ofMillis(50));
        var begun = new CountDownLatch(1);
        var end = new CountDownLatch(1);
        var slow = CompletableFuture.supplyAsync(
                () -> turns.take(caseId, () -> {
                    begun.countDown();
                    await(end);
                    return "slow";
                }),
                Thread::startVirtualThread);
        begun.await();

        assertThatThrownBy(() -> turns.take(caseId, () -> "quick"))
                .isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(turns.take(new CaseId(new UUID(0, 2)), () -> "of another case"))
                .isEqualTo("of another case");

        end.countDown();
        assertThat(slow.get()).isEqualTo("slow");
        assertThat(turns.take(caseId, () -> "quick")).isEqualTo("quick");
    }

    @Test
    void a_turn_ends_with_a_failure_too() {
        var turns = new CaseTurns(Duration.ofMillis(50));
        assertThatThrownBy(() -> turns.take(caseId, () -> {
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        var next = CompletableFuture.supplyAsync(() -> turns.take(caseId, () -> "next"), Thread::startVirtualThread);
        assertThat(next.join()).isEqualTo("next");
    }

    @Test
    void whoever_is_interrupted_has_done_nothing() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> new CaseTurns(Duration.ofSeconds(5)).take(caseId, () -> "never"))
                .isInstanceOf(DataAccessResourceFailureException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
