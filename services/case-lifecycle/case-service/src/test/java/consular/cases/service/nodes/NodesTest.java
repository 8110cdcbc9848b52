package consular.cases.service.nodes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import consular.cases.application.CommandAnswer;
import consular.cases.application.CommandFailure;
import consular.cases.application.CommandKey;
import consular.cases.application.Submission;
import consular.cases.domain.CaseCommand;
import consular.cases.domain.CaseCommand.ActOnDeadlines;
import consular.cases.domain.CaseCommand.AddCaseNote;
import consular.cases.domain.CaseCommand.ApplyForVisa;
import consular.cases.domain.CaseCommand.IssueVisa;
import consular.cases.domain.CaseCommand.RegisterCase;
import consular.cases.domain.CaseEvent.IssuanceSelectedByPolicy;
import consular.cases.domain.CaseEvent.VisaIssued;
import consular.cases.domain.EventByTime.DecisionOverdue;
import consular.cases.domain.Fee;
import consular.cases.domain.law.RejectionCode;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.FamilyRole;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.people.Person;
import consular.cases.domain.people.Role;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.visas.VisaCategory;
import consular.ledger.postgres.TestDatabase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessResourceFailureException;

/** Two nodes that each remember cases, on one database that decides whose memory is right. */
class NodesTest {
    private static final Actor OFFICER = new Actor(new OfficerId("officer-a"), Role.ADJUDICATOR, false);
    private static final ApplicantId A1 = new ApplicantId("a1");
    /** A Tuesday on which Manila works. */
    private static final Instant LAST_YEAR = Instant.parse("2025-03-04T02:00:00Z");

    private static Node one;
    private static Node other;

    private CaseId caseId = new CaseId(UUID.randomUUID());

    @BeforeAll
    static void start() {
        var database = TestDatabase.create();
        one = Node.on(database);
        other = Node.on(
                database,
                "--consular.policy.review.seed=any",
                "--consular.policy.review.shares.default.immigrant.issuances=100");
    }

    @AfterAll
    static void stop() {
        one.close();
        other.close();
    }

    @Test
    void a_node_that_remembers_an_older_state_turns_nothing_down_because_of_it() {
        register();
        give(other, new AddCaseNote("seen here too"));
        give(one, apply());
        // the other node remembers a case that has not been applied for
        var issued = give(other, new IssueVisa(A1, null));
        // that node selects every issuance for review
        assertThat(issued.version()).isEqualTo(5);
    }

    @Test
    void a_node_that_remembers_an_older_state_lets_nothing_through_because_of_it() {
        register();
        give(other, new AddCaseNote("seen here too"));
        give(one, apply());
        assertThatExceptionOfType(CommandFailure.Rejected.class)
                .isThrownBy(() -> give(other, apply()))
                .satisfies(it -> assertThat(it.rejection().code()).isEqualTo(RejectionCode.ALREADY_EXECUTED));
    }

    @Test
    void a_deadline_fires_on_a_node_that_remembers_a_case_without_it_and_only_once() {
        register();
        give(other, new AddCaseNote("seen here too"));
        give(one, apply());
        give(one, new AddCaseNote("the decision is overdue by now"));
        var fired = give(other, new ActOnDeadlines());
        assertThat(fired.events())
                .singleElement()
                .satisfies(event -> assertThat(event.event()).isInstanceOf(DecisionOverdue.class));
        assertThat(give(one, new ActOnDeadlines()).events()).isEmpty();
    }

    @Test
    void requests_that_are_sent_at_once_under_one_key_have_one_effect_and_one_answer() throws Exception {
        register();
        var key = new CommandKey("officer-a", UUID.randomUUID().toString(), "aa".repeat(32));
        var request = new Submission(new AddCaseNote("once"), caseId, OFFICER, LAST_YEAR, "late", 1L, key);
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 8)
                    .mapToObj(i -> senders.submit(
                            () -> (i % 2 == 0 ? one : other).commands().submit(request)))
                    .toList();
            for (Future<CommandAnswer> answer : answers) {
                assertThat(answer.get().version()).isEqualTo(2);
            }
            assertThat(answers.stream().map(Future::resultNow).filter(answer -> !answer.replayed()))
                    .hasSize(1);
        }
        assertThat(one.history().of(caseId)).hasSize(2);
    }

    @Test
    void a_rejection_is_remembered_under_its_key() {
        register();
        var key = new CommandKey("officer-a", UUID.randomUUID().toString(), "bb".repeat(32));
        var request = new Submission(new IssueVisa(A1, null), caseId, OFFICER, LAST_YEAR, "late", null, key);
        assertThatExceptionOfType(CommandFailure.Rejected.class)
                .isThrownBy(() -> one.commands().submit(request))
                .satisfies(it -> assertThat(it.isReplayed()).isFalse());
        give(one, apply());
        assertThatExceptionOfType(CommandFailure.Rejected.class)
                .isThrownBy(() -> other.commands().submit(request))
                .satisfies(it -> assertThat(it.isReplayed()).isTrue())
                .satisfies(it -> assertThat(it.rejection().code()).isEqualTo(RejectionCode.NOT_EXECUTED));
    }

    @Test
    void a_dry_run_says_what_would_follow_and_stores_nothing() {
        var registration = new Submission(registration(caseId), caseId, OFFICER, LAST_YEAR, "late", null, null);
        assertThat(one.commands().dryRun(registration).version()).isEqualTo(1);
        assertThat(one.history().of(caseId)).isEmpty();
        assertThat(one.commands().submit(registration).version()).isEqualTo(1);
        assertThatExceptionOfType(CommandFailure.Rejected.class)
                .isThrownBy(() -> other.commands()
                        .dryRun(new Submission(
                                registration(caseId),
                                new CaseId(UUID.randomUUID()),
                                OFFICER,
                                LAST_YEAR,
                                "late",
                                null,
                                null)))
                .satisfies(it -> assertThat(it.rejection().code()).isEqualTo(RejectionCode.DUPLICATE_CASE_NUMBER));
    }

    /** Who could ask before deciding could wait until nobody would look. */
    @Test
    void a_dry_run_does_not_tell_what_would_be_selected_for_review() {
        register();
        give(one, apply());
        var issue = new Submission(new IssueVisa(A1, null), caseId, OFFICER, LAST_YEAR, "late", null, null);
        var tried = other.commands().dryRun(issue);
        assertThat(tried.events())
                .singleElement()
                .satisfies(it -> assertThat(it.event()).isInstanceOf(VisaIssued.class));
        assertThat(tried.version()).isEqualTo(3);
        assertThat(other.commands().submit(issue).events())
                .extracting(it -> (Object) it.event().getClass())
                .containsExactly(VisaIssued.class, IssuanceSelectedByPolicy.class);
    }

    @Test
    void a_number_is_the_same_in_small_letters() {
        var first = registration(caseId);
        give(one, first);
        var small = new RegisterCase(
                first.caseNumber().toLowerCase(Locale.ROOT),
                first.post(),
                first.category(),
                first.visaClass(),
                null,
                first.applicants(),
                null);
        caseId = new CaseId(UUID.randomUUID());
        assertThatExceptionOfType(CommandFailure.Rejected.class)
                .isThrownBy(() -> give(other, small))
                .satisfies(it -> assertThat(it.rejection().code()).isEqualTo(RejectionCode.DUPLICATE_CASE_NUMBER));
    }

    @Test
    void a_number_of_a_rejected_registration_is_free_again() {
        var nobody = registration(caseId);
        var rejected = new RegisterCase(
                nobody.caseNumber(), nobody.post(), nobody.category(), "XY9", null, nobody.applicants(), null);
        assertThatExceptionOfType(CommandFailure.Rejected.class).isThrownBy(() -> give(one, rejected));
        assertThat(give(other, nobody).version()).isEqualTo(1);
    }

    @Test
    void writers_on_both_nodes_all_get_through() throws Exception {
        register();
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = IntStream.range(0, 40)
                    .mapToObj(i -> writers.submit(() -> untilItsTurn(i % 2 == 0 ? one : other, "note " + i)))
                    .toList();
            for (var answer : answers) {
                answer.get();
            }
        }
        assertThat(one.history().of(caseId))
                .extracting(event -> event.stamp().sequence())
                .containsExactlyElementsOf(LongRange.upTo(41));
    }

    /** On a slow machine the last of them have waited too long for their turn, and nothing was done. */
    private CommandAnswer untilItsTurn(Node node, String text) {
        for (var end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60); ; ) {
            try {
                return give(node, new AddCaseNote(text));
            } catch (DataAccessResourceFailureException late) {
                if (System.nanoTime() > end) {
                    throw late;
                }
            }
        }
    }

    @Test
    void what_one_node_writes_and_the_other_reads_survives_a_rebuild() {
        register();
        give(one, apply());
        var report = other.readModels().rebuild();
        assertThat(report.switched()).isTrue();
        assertThat(report.differences().values()).allMatch(count -> count == 0);
    }

    private void register() {
        give(one, registration(caseId));
    }

    private static RegisterCase registration(CaseId caseId) {
        return new RegisterCase(
                "N" + caseId.toString().replace("-", "").substring(0, 20),
                new PostCode("MNL"),
                VisaCategory.IMMIGRANT,
                "IR1",
                null,
                List.of(new Person(A1, FamilyRole.PRINCIPAL, "Reyes", "Ana", LocalDate.of(1990, 1, 2), "PH")),
                null);
    }

    private static ApplyForVisa apply() {
        return new ApplyForVisa(A1, "DS-260", new Fee(true, "N1", Fee.Place.NVC));
    }

    private CommandAnswer give(Node node, CaseCommand command) {
        var late = command instanceof ActOnDeadlines ? null : LAST_YEAR;
        return node.commands()
                .submit(new Submission(command, caseId, actorOf(command), late, reason(late), null, null));
    }

    private static Actor actorOf(CaseCommand command) {
        return command instanceof ActOnDeadlines ? Actor.SERVICE : OFFICER;
    }

    private static @Nullable String reason(@Nullable Instant late) {
        return late == null ? null : "entered late";
    }

    /** The sequences of a case without holes. */
    private static final class LongRange {
        static List<Long> upTo(int count) {
            return IntStream.range(0, count).mapToObj(Long::valueOf).toList();
        }
    }
}
