package consular.cases.projections;

import static consular.cases.projections.TestPosts.MANILA;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.application.ClassOutbox;
import consular.cases.domain.CaseCommand.AcknowledgeClassEntry;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.refusals.ClassMessage;
import consular.cases.domain.refusals.RefusalId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each case that waits for CLASS goes to one taker, and comes back if nothing came of it. */
class ClassOutboxTest {
    private ReadSide side;

    @BeforeEach
    void start() {
        side = ReadSide.started();
        side.cases.itIs("2024-03-05", MANILA);
    }

    @AfterEach
    void stop() {
        side.close();
    }

    @Test
    void a_case_waits_from_its_refusal_on_212a_until_the_acknowledgement() {
        side.hasSeen(side.cases.refused221g(MANILA));
        assertThat(outbox().countUnsent()).isZero();

        var caseId = side.cases.refusedFraud(MANILA, true);
        side.hasSeen(caseId);
        assertThat(outbox().countUnsent()).isEqualTo(1);
        assertThat(take()).containsExactly(caseId);

        acknowledge(caseId);
        assertThat(outbox().countUnsent()).isZero();
        assertThat(take()).isEmpty();
    }

    @Test
    void a_case_being_sent_is_not_handed_out_again() {
        var caseId = side.cases.refusedFraud(MANILA, true);
        side.hasSeen(caseId);
        assertThat(take()).containsExactly(caseId);
        assertThat(take()).isEmpty();
    }

    @Test
    void what_failed_comes_back_when_the_claim_has_run_out() {
        var caseId = side.cases.refusedFraud(MANILA, true);
        side.hasSeen(caseId);
        assertThat(outbox().takeUnsent(10, _ -> {
                    throw new IllegalStateException("as if the endpoint were away");
                }))
                .isEqualTo(1);
        assertThat(take()).isEmpty();

        side.jdbc.sql("update class_claim set until = clock_timestamp()").update();
        assertThat(take()).containsExactly(caseId);
    }

    @Test
    void of_many_takers_never_do_two_get_a_case() throws Exception {
        var caseIds = IntStream.range(0, 40)
                .mapToObj(_ -> side.cases.refusedFraud(MANILA, true))
                .toList();
        caseIds.forEach(side::hasSeen);
        var taken = new ConcurrentLinkedQueue<CaseId>();

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

        assertThat(taken).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(caseIds);
    }

    private ClassOutbox outbox() {
        return side.bean(ClassOutbox.class);
    }

    private void acknowledge(CaseId caseId) {
        side.cases.give(caseId, Actor.SERVICE, new AcknowledgeClassEntry(new RefusalId("R1"), ClassMessage.ENTRY));
        side.hasSeen(caseId);
    }

    private List<CaseId> take() {
        var taken = new ArrayList<CaseId>();
        assertThat(outbox().takeUnsent(100, taken::add)).isEqualTo(taken.size());
        return taken;
    }
}
