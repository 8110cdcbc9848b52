package consular.cases.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import consular.cases.application.CaseCommands;
import consular.cases.application.CommandAnswer;
import consular.cases.application.Submission;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.Role;
import consular.cases.domain.people.Supervision;
import consular.cases.web.identity.SignedIn;
import consular.cases.web.problem.ApiException;
import consular.cases.web.problem.ProblemCode;
import consular.cases.web.problem.Problems;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Batches while the database answers nothing. */
@Timeout(60)
class BusyBatchTest {
    private static final SignedIn OFFICER = person("officer-a");

    private static final SignedIn ANOTHER = person("officer-b");

    private static SignedIn person(String name) {
        return new SignedIn(name, Set.of(Role.ADJUDICATOR), false, true, Set.of(), Supervision.OF_NOBODY);
    }

    private final CountDownLatch atWork = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();

    private final class Slow implements CaseCommands {
        @Override
        public CommandAnswer submit(Submission submission) {
            atWork.countDown();
            await(answered);
            return new CommandAnswer(submission.caseId(), 1, null, List.of(), false);
        }

        @Override
        public CommandAnswer dryRun(Submission submission) {
            throw new AssertionError("a batch is in earnest");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private CommandBatch batches(int atOnce, Duration patience) {
        return new CommandBatch(
                new CommandReception(new Slow(), new CaseAccess(_ -> List.of())),
                numbers -> {
                    asked.incrementAndGet();
                    return Map.of();
                },
                new BatchSettings(500, 1, atOnce, 1, patience));
    }

    private static BatchBodies.Batch batch(String... items) {
        return new BatchBodies.Batch(
                List.of(items).stream()
                        .<JsonNode>map(JsonMapper.shared()::readTree)
                        .toList(),
                false);
    }

    private static String note(int number) {
        return """
            {"command": "AddCaseNote", "caseId": "%s", "idempotencyKey": "k", "body": {"text": "x"}}\
            """.formatted(new CaseId(new UUID(0x4000L, number)));
    }

    @Test
    void what_has_no_turn_in_time_is_to_be_sent_again() throws Exception {
        var batches = batches(16, Duration.ofMillis(100));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> batches.give(OFFICER, batch(note(1))));
            await(atWork);
            assertThat(batches.give(ANOTHER, batch(note(2), note(2), note(3))))
                    .extracting(BatchAnswer.Outcome::status)
                    .containsExactly(503, 424, 503);
            answered.countDown();
            assertThat(first.get(10, TimeUnit.SECONDS))
                    .extracting(BatchAnswer.Outcome::status)
                    .containsExactly(200);
        }
        assertThat(batches.give(OFFICER, batch(note(2))))
                .extracting(BatchAnswer.Outcome::status)
                .containsExactly(200);
    }

    @Test
    void cases_are_looked_for_only_when_it_is_a_batches_turn() throws Exception {
        var batches = batches(16, Duration.ofMillis(100));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> batches.give(OFFICER, batch(note(1))));
            await(atWork);
            assertIsBusy(batches, note(1).replaceFirst("\"caseId\": \"[^\"]+\"", "\"caseNumber\": \"MNL1\""));
            assertThat(asked).hasValue(0);
            answered.countDown();
            first.get(10, TimeUnit.SECONDS);
        }
    }

    @Test
    void one_batch_more_than_may_be_is_turned_away_as_a_whole() throws Exception {
        var batches = batches(1, Duration.ofSeconds(30));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> batches.give(OFFICER, batch(note(1))));
            await(atWork);
            assertIsBusy(batches, note(2));
            answered.countDown();
            first.get(10, TimeUnit.SECONDS);
        }
        assertThat(batches.give(OFFICER, batch(note(2)))).hasSize(1);
    }

    @Test
    void one_client_has_a_share_of_them_and_another_finds_room() throws Exception {
        var batches = batches(2, Duration.ofMillis(100));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> batches.give(OFFICER, batch(note(1))));
            await(atWork);
            assertThatExceptionOfType(ApiException.class)
                    .isThrownBy(() -> batches.give(OFFICER, batch(note(2))))
                    .satisfies(failure -> assertThat(
                                    Problems.explain(failure, "/").getHeaders().getFirst("Retry-After"))
                            .isNotNull())
                    .satisfies(failure -> assertThat(failure.code()).isEqualTo(ProblemCode.TOO_MANY_REQUESTS));
            assertThat(batches.give(ANOTHER, batch(note(2))))
                    .extracting(BatchAnswer.Outcome::status)
                    .containsExactly(503);
            answered.countDown();
            first.get(10, TimeUnit.SECONDS);
        }
        assertThat(batches.give(OFFICER, batch(note(2)))).hasSize(1);
    }

    private static void assertIsBusy(CommandBatch batches, String item) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> batches.give(ANOTHER, batch(item)))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(ProblemCode.SERVICE_UNAVAILABLE));
    }
}
