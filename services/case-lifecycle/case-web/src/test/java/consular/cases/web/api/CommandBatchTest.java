package consular.cases.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import consular.cases.application.CaseCommands;
import consular.cases.application.CommandAnswer;
import consular.cases.application.CommandFailure;
import consular.cases.application.Submission;
import consular.cases.domain.CaseCommand.AddCaseNote;
import consular.cases.domain.law.Rejection;
import consular.cases.domain.law.RejectionCode;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.Role;
import consular.cases.domain.people.Supervision;
import consular.cases.web.identity.SignedIn;
import consular.cases.web.problem.Problem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessResourceFailureException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** In what order a batch is worked through, how much of it at once, and what a failure holds back. */
class CommandBatchTest {
    private static final SignedIn OFFICER =
            new SignedIn("officer-a", Set.of(Role.ADJUDICATOR), false, true, Set.of(), Supervision.OF_NOBODY);

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Notes notes = new Notes();

    private static BatchSettings settings(int parallel) {
        return new BatchSettings(500, parallel, 16, 4, PATIENCE);
    }

    /** Takes notes on cases and keeps what it was told, in order. */
    private static final class Notes implements CaseCommands {
        private final Map<CaseId, List<String>> taken = new ConcurrentHashMap<>();
        private final AtomicInteger atWork = new AtomicInteger();
        private final AtomicInteger mostAtWork = new AtomicInteger();
        private volatile Consumer<String> meanwhile = _ -> {};

        @Override
        public CommandAnswer submit(Submission submission) {
            mostAtWork.accumulateAndGet(atWork.incrementAndGet(), Math::max);
            try {
                var text = ((AddCaseNote) submission.command()).text();
                meanwhile.accept(text);
                var of = taken.computeIfAbsent(submission.caseId(), _ -> new ArrayList<>());
                of.add(text);
                return new CommandAnswer(submission.caseId(), of.size(), null, List.of(), false);
            } finally {
                atWork.decrementAndGet();
            }
        }

        @Override
        public CommandAnswer dryRun(Submission submission) {
            throw new AssertionError("a batch is in earnest");
        }
    }

    private List<BatchAnswer.Outcome> give(int parallel, boolean stopOnFailure, JsonNode... items) {
        var reception = new CommandReception(notes, new CaseAccess(_ -> List.of()));
        return new CommandBatch(reception, _ -> Map.of(), settings(parallel))
                .give(OFFICER, new BatchBodies.Batch(List.of(items), stopOnFailure));
    }

    private static JsonNode note(int caseNumber, String text) {
        return JsonMapper.shared().readTree("""
            {"command": "AddCaseNote", "caseId": "%s", "idempotencyKey": "%s", "body": {"text": "%s"}}\
            """.formatted(caseId(caseNumber), caseNumber + text, text));
    }

    private static CaseId caseId(int number) {
        return new CaseId(new UUID(0x4000L, number));
    }

    private static String code(BatchAnswer.Outcome outcome) {
        return ((Problem) Objects.requireNonNull(outcome.body())).code();
    }

    @Test
    void the_commands_on_a_case_are_done_one_after_the_other_in_their_order() {
        var items = IntStream.range(0, 300)
                .mapToObj(i -> note(i % 3, String.valueOf(i)))
                .toArray(JsonNode[]::new);
        var outcomes = give(16, false, items);
        assertThat(outcomes)
                .hasSize(300)
                .allSatisfy(outcome -> assertThat(outcome.status()).isEqualTo(200));
        for (var of = 0; of < 3; of++) {
            var first = of;
            assertThat(notes.taken.get(caseId(of)))
                    .isEqualTo(IntStream.range(0, 100)
                            .mapToObj(i -> String.valueOf(first + 3 * i))
                            .toList());
        }
        // the versions are as many as the notes before, so each outcome is at its item's place
        for (var i = 0; i < 300; i++) {
            assertThat(outcomes.get(i).headers()).containsEntry("Case-Version", String.valueOf(i / 3 + 1));
        }
    }

    @Test
    void those_on_different_cases_are_done_beside_each_other_but_no_more_than_allowed() {
        var meeting = new CyclicBarrier(4);
        notes.meanwhile = _ -> {
            try {
                meeting.await(10, TimeUnit.SECONDS);
            } catch (InterruptedException | BrokenBarrierException | TimeoutException alone) {
                throw new AssertionError("four were not at work together", alone);
            }
        };
        var items = IntStream.range(0, 12).mapToObj(i -> note(i, "x")).toArray(JsonNode[]::new);
        assertThat(give(4, false, items))
                .hasSize(12)
                .allSatisfy(outcome -> assertThat(outcome.status()).isEqualTo(200));
        assertThat(notes.mostAtWork).hasValue(4);
    }

    @Test
    void nothing_overtakes_what_may_yet_succeed_and_other_cases_go_on() {
        notes.meanwhile = text -> {
            if (text.equals("away")) {
                throw new DataAccessResourceFailureException("no connection");
            }
            if (text.equals("raced")) {
                throw new CommandFailure.ConcurrentModification();
            }
        };
        var outcomes = give(
                2,
                false,
                note(1, "a"),
                note(1, "away"),
                note(2, "b"),
                note(1, "c"),
                note(2, "raced"),
                note(2, "d"),
                note(3, "e"),
                note(1, "f"));
        assertThat(outcomes)
                .extracting(BatchAnswer.Outcome::status)
                .containsExactly(200, 503, 200, 424, 409, 424, 200, 424);
        assertThat(code(outcomes.get(3))).isEqualTo("NOT_ATTEMPTED");
        assertThat(outcomes.get(1).headers()).containsKey("Retry-After");
        assertThat(notes.taken.get(caseId(1))).containsExactly("a");
        assertThat(notes.taken.get(caseId(2))).containsExactly("b");
    }

    @Test
    void after_a_definite_no_the_case_goes_on_unless_any_failure_is_to_stop_it() {
        notes.meanwhile = text -> {
            if (text.equals("no")) {
                throw new CommandFailure.Rejected(new Rejection(RejectionCode.BAD_STATE, "no"), false);
            }
        };
        JsonNode[] items = {note(1, "a"), note(1, "no"), note(1, "b"), note(2, "c")};
        assertThat(give(2, false, items))
                .extracting(BatchAnswer.Outcome::status)
                .containsExactly(200, 422, 200, 200);
        assertThat(give(2, true, items)).extracting(BatchAnswer.Outcome::status).containsExactly(200, 422, 424, 200);
        assertThat(notes.taken.get(caseId(1))).containsExactly("a", "b", "a");
    }

    @Test
    void a_fault_of_the_service_is_an_outcome_too() {
        notes.meanwhile = text -> {
            if (text.equals("bug")) {
                throw new IllegalStateException("a bug");
            }
        };
        var outcomes = give(2, false, note(1, "bug"), note(2, "a"));
        assertThat(outcomes).extracting(BatchAnswer.Outcome::status).containsExactly(500, 200);
        assertThat(code(outcomes.getFirst())).isEqualTo("INTERNAL_ERROR");
    }

    @Test
    void what_is_logged_of_a_command_has_the_ids_of_the_request() {
        var ids = ConcurrentHashMap.<String>newKeySet();
        notes.meanwhile = _ -> ids.add(MDC.get("traceId"));
        try (var _ = MDC.putCloseable("traceId", "t1")) {
            give(2, false, note(1, "a"), note(2, "b"));
        }
        assertThat(ids).containsExactly("t1");
    }

    @Test
    void settings_that_would_take_nothing_are_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new BatchSettings(0, 1, 1, 1, PATIENCE));
        assertThatIllegalArgumentException().isThrownBy(() -> new BatchSettings(1, 0, 1, 1, PATIENCE));
    }
}
