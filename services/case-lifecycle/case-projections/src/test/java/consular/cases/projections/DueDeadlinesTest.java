package consular.cases.projections;

import static consular.cases.projections.TestPosts.BOGOTA;
import static consular.cases.projections.TestPosts.MANILA;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.DeferMedically;
import consular.cases.domain.CaseCommand.IssueVisa;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.refusals.FindingId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each due case goes to one taker, once for each version, and comes back if nothing came of it. */
class DueDeadlinesTest {
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
    void a_deadline_is_due_from_the_start_of_its_day_at_the_post() {
        side.cases.itIs("2024-03-05", BOGOTA);
        side.hasSeen(side.cases.applied(BOGOTA));
        var firesAt = Instant.parse("2024-03-06T05:00:00Z");

        assertThat(side.dueDeadlines().countDue(firesAt.minusMillis(1))).isZero();
        assertThat(side.dueDeadlines().countDue(firesAt)).isEqualTo(1);
    }

    @Test
    void a_case_acted_upon_is_not_handed_out_again_before_the_read_side_has_seen_it() {
        var caseId = side.cases.applied(MANILA);
        side.hasSeen(caseId);
        var due = MANILA.startOf(LocalDate.parse("2024-03-06"));
        side.cases.itIs(due);

        assertThat(take(due)).containsExactly(caseId);
        assertThat(take(due)).isEmpty();
        assertThat(side.dueDeadlines().countDue(due)).isEqualTo(1);

        side.cases.timePassed(caseId);
        side.hasSeen(caseId);
        assertThat(side.dueDeadlines().countDue(due)).isZero();
        assertThat(take(due)).isEmpty();
    }

    @Test
    void a_new_version_with_another_deadline_due_is_handed_out_at_once() {
        var caseId = side.cases.refused221g(MANILA);
        side.hasSeen(caseId);
        var warning = MANILA.startOf(LocalDate.parse("2025-02-03"));
        side.cases.itIs(warning);
        assertThat(take(warning)).containsExactly(caseId);
        side.cases.timePassed(caseId);
        side.hasSeen(caseId);

        var termination = MANILA.startOf(LocalDate.parse("2025-03-06"));
        side.cases.itIs(termination);
        assertThat(take(termination)).containsExactly(caseId);
    }

    @Test
    void what_waits_for_a_day_only_is_due_on_that_day() {
        var caseId = side.cases.refused221g(MANILA);
        side.cases.give(
                caseId,
                Cases.OFFICER,
                new DeferMedically(new ApplicantId("a1"), new FindingId("F1"), LocalDate.parse("2025-06-30")));
        side.cases.itIs("2025-06-30", MANILA);
        side.cases.timePassed(caseId);
        side.hasSeen(caseId);
        var goesOn = MANILA.startOf(LocalDate.parse("2025-07-01"));

        assertThat(side.dueDeadlines().countDue(goesOn.minusMillis(1))).isZero();
        assertThat(side.dueDeadlines().countDue(goesOn)).isEqualTo(1);
    }

    @Test
    void the_limit_counts_cases_and_not_their_deadlines() {
        for (var n = 0; n < 6; n++) {
            side.hasSeen(side.cases.refused221g(MANILA));
        }
        // By then each is to be warned and terminated, and its fee window has closed.
        var due = MANILA.startOf(LocalDate.parse("2025-03-10"));
        var taken = new ArrayList<CaseId>();

        assertThat(side.dueDeadlines().takeDue(due, 4, taken::add)).isEqualTo(4);
        assertThat(side.dueDeadlines().takeDue(due, 4, taken::add)).isEqualTo(2);
        assertThat(taken).hasSize(6).doesNotHaveDuplicates();
    }

    @Test
    void what_failed_comes_back_when_the_claim_has_run_out() {
        var caseId = side.cases.applied(MANILA);
        var other = side.cases.applied(MANILA);
        side.hasSeen(caseId);
        side.hasSeen(other);
        var due = MANILA.startOf(LocalDate.parse("2024-03-06"));

        var handedOut = side.dueDeadlines().takeDue(due, 10, taken -> {
            if (taken.equals(caseId)) {
                throw new IllegalStateException("as if the database were away");
            }
        });
        assertThat(handedOut).isEqualTo(2);
        assertThat(take(due)).isEmpty();

        side.jdbc.sql("update deadline_claim set until = clock_timestamp()").update();
        assertThat(take(due)).containsExactlyInAnyOrder(caseId, other);
    }

    @Test
    void the_act_may_write_what_the_read_side_has_to_see() {
        var caseId = side.cases.applied(MANILA);
        side.hasSeen(caseId);
        var due = MANILA.startOf(LocalDate.parse("2024-03-06"));
        side.cases.itIs(due);

        var acted = side.dueDeadlines().takeDue(due, 10, taken -> {
            side.cases.timePassed(taken);
            side.hasSeen(taken);
        });

        assertThat(acted).isEqualTo(1);
        assertThat(side.dueDeadlines().countDue(due)).isZero();
    }

    @Test
    void a_case_without_a_running_clock_is_never_due() {
        var caseId = side.cases.applied(MANILA);
        side.cases.give(caseId, Cases.OFFICER, new IssueVisa(Cases.APPLICANT, null));
        side.hasSeen(caseId);

        assertThat(side.dueDeadlines().countDue(Instant.parse("2090-01-01T00:00:00Z")))
                .isZero();
    }

    @Test
    void of_many_takers_never_do_two_get_a_case() throws Exception {
        var caseIds = IntStream.range(0, 120)
                .mapToObj(_ -> side.cases.refused221g(MANILA))
                .toList();
        caseIds.forEach(side::hasSeen);
        var due = MANILA.startOf(LocalDate.parse("2025-03-10"));
        var taken = new ConcurrentLinkedQueue<CaseId>();

        try (var pool = Executors.newFixedThreadPool(6)) {
            var takers = IntStream.range(0, 6)
                    .mapToObj(_ -> (Callable<Void>) () -> {
                        for (var round = 0; round < 60; round++) {
                            side.dueDeadlines().takeDue(due, 5, taken::add);
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

    private List<CaseId> take(Instant now) {
        var taken = new ArrayList<CaseId>();
        assertThat(side.dueDeadlines().takeDue(now, 100, taken::add)).isEqualTo(taken.size());
        return taken;
    }
}
