package consular.cases.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.instanceOf;

import consular.cases.application.posts.ReferencePosts;
import consular.cases.domain.CaseCommand;
import consular.cases.domain.CaseCommand.AddCaseNote;
import consular.cases.domain.CaseCommand.ApplyForVisa;
import consular.cases.domain.CaseCommand.RegisterCase;
import consular.cases.domain.CaseCommand.WithdrawApplication;
import consular.cases.domain.CaseDecider;
import consular.cases.domain.CaseEvent.ApplicationExecuted;
import consular.cases.domain.CaseEvent.CaseNoteAdded;
import consular.cases.domain.CaseEvent.CaseRegistered;
import consular.cases.domain.CaseState;
import consular.cases.domain.CommandContext;
import consular.cases.domain.Decision;
import consular.cases.domain.EventByTime.DecisionOverdue;
import consular.cases.domain.Fee;
import consular.cases.domain.RecordedEvent;
import consular.cases.domain.Stamp;
import consular.cases.domain.law.RejectionCode;
import consular.cases.domain.law.RuleSet;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.people.Role;
import consular.cases.domain.posts.Posts;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.axonframework.eventhandling.GenericEventMessage;
import org.axonframework.messaging.Message;
import org.axonframework.test.aggregate.AggregateTestFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

class CaseAggregateTest {
    private static final Instant NOW = Instant.parse("2024-03-05T02:00:00Z");
    private static final Actor INTAKE = new Actor(new OfficerId("intake"), Role.INTAKE, false);
    private static final Posts POSTS = ReferencePosts.load();

    private final FakeDesk desk = new FakeDesk();
    private AggregateTestFixture<CaseAggregate> fixture;

    @BeforeEach
    void wire() {
        fixture = new AggregateTestFixture<>(CaseAggregate.class);
        fixture.registerInjectableResource(desk);
        fixture.registerCommandTargetResolver(new CaseTargetResolver());
    }

    @Test
    void a_registration_creates_the_case() {
        fixture.givenNoPriorActivity()
                .when(new Registration(submission(register(), null)))
                .expectSuccessfulHandlerExecution()
                .expectEvents(EventSamples.registered());
    }

    @Test
    void an_accepted_command_appends_its_events_and_answers_them() {
        fixture.given(registered())
                .when(submission(apply(), null))
                .expectSuccessfulHandlerExecution()
                .expectResultMessageMatching(org.axonframework.test.matchers.Matchers.matches(result -> {
                    var events = (List<?>) result.getPayload();
                    var event = (StoredEvent) events.getFirst();
                    return events.size() == 1
                            && event.event() instanceof ApplicationExecuted
                            && event.stamp().sequence() == 1;
                }));
    }

    /** The application was of the day before, and nobody has decided it. */
    @Test
    void what_time_had_brought_about_is_appended_with_the_command_and_is_the_act_of_the_service() {
        fixture.given(registered(), appliedTheDayBefore())
                .when(submission(new AddCaseNote("x"), 2L))
                .expectSuccessfulHandlerExecution()
                .expectResultMessageMatching(org.axonframework.test.matchers.Matchers.matches(result -> {
                    var events = (List<?>) result.getPayload();
                    var overdue = (StoredEvent) events.getFirst();
                    var note = (StoredEvent) events.getLast();
                    return events.size() == 2
                            && overdue.event() instanceof DecisionOverdue
                            && overdue.stamp().actor().equals(Actor.SERVICE)
                            && overdue.stamp().effectiveAt().equals(Instant.parse("2024-03-04T16:00:00Z"))
                            && overdue.stamp().decision() == 2
                            && note.stamp().actor().equals(INTAKE)
                            && note.stamp().decision() == 3;
                }));
    }

    private static GenericEventMessage<ApplicationExecuted> appliedTheDayBefore() {
        var day = LocalDate.of(2024, 3, 4);
        var applied =
                new ApplicationExecuted(new ApplicantId("a1"), "DS-260", new Fee(true, "N1", Fee.Place.NVC), day, day);
        var at = NOW.minus(Duration.ofDays(1));
        var stamp = new Stamp(1, 1, INTAKE, at, at, null, RuleSet.OF_2019_07_23, List.of());
        return new GenericEventMessage<>(applied, Stamps.write(stamp));
    }

    @Test
    void a_rejected_command_appends_nothing_and_says_why() {
        fixture.given(registered())
                .when(submission(new ApplyForVisa(new ApplicantId("a1"), "DS-260", unpaid()), null))
                .expectNoEvents()
                .expectException(instanceOf(CommandFailure.Rejected.class));
        assertThat(desk.lastRejection).isEqualTo(RejectionCode.FEE_UNPAID);
    }

    @Test
    void a_stale_version_is_refused_although_the_handler_may_create() {
        fixture.given(registered())
                .when(submission(new AddCaseNote("x"), 0L))
                .expectNoEvents()
                .expectException(instanceOf(CommandFailure.VersionMismatch.class));
    }

    @Test
    void a_command_on_a_case_that_does_not_exist_creates_none() {
        fixture.givenNoPriorActivity()
                .when(submission(new AddCaseNote("x"), null))
                .expectNoEvents()
                .expectException(instanceOf(CommandFailure.NoSuchCase.class));
    }

    @Test
    void the_key_is_claimed_only_for_what_is_accepted() {
        fixture.given(registered()).when(submission(new AddCaseNote("x"), 0L));
        assertThat(desk.claimed).isNull();
        fixture = new AggregateTestFixture<>(CaseAggregate.class);
        wire();
        fixture.given(registered()).when(submission(new AddCaseNote("x"), 1L)).expectEvents(new CaseNoteAdded("x"));
        assertThat(desk.claimed).isNotNull();
    }

    private static CaseBudget budget(long events, long bytes) {
        return new CaseBudget(events, DataSize.ofBytes(bytes), new CaseEventSerializer());
    }

    @Test
    void a_case_that_has_all_the_events_it_may_have_takes_no_more_of_persons() {
        desk.budget = budget(2, 1 << 20);
        fixture.given(registered(), appliedTheDayBefore())
                .when(submission(withdraw(), null))
                .expectNoEvents()
                .expectException(instanceOf(CommandFailure.CaseFull.class));
        assertThat(desk.claimed).isNull();
    }

    @Test
    void what_time_brings_about_is_appended_to_a_case_that_is_full() {
        desk.budget = budget(1, 1);
        fixture.given(registered(), appliedTheDayBefore())
                .when(submission(new CaseCommand.ActOnDeadlines(), null))
                .expectResultMessageMatching(org.axonframework.test.matchers.Matchers.matches(result ->
                        ((StoredEvent) ((List<?>) result.getPayload()).getFirst()).event() instanceof DecisionOverdue));
    }

    @Test
    void words_stop_at_half_and_what_decides_does_not() {
        desk.budget = budget(4, 1 << 20);
        fixture.given(registered(), appliedTheDayBefore())
                .when(submission(new AddCaseNote("x"), null))
                .expectException(instanceOf(CommandFailure.CaseFull.class));
        fixture = new AggregateTestFixture<>(CaseAggregate.class);
        wire();
        fixture.given(registered(), appliedTheDayBefore())
                .when(submission(withdraw(), null))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void what_events_say_counts_by_its_length_whatever_their_number() {
        var length = new CaseEventSerializer()
                .serialize(EventSamples.registered(), byte[].class)
                .getData()
                .length;
        desk.budget = budget(100, length);
        fixture.given(registered())
                .when(submission(apply(), null))
                .expectException(instanceOf(CommandFailure.CaseFull.class));
        fixture = new AggregateTestFixture<>(CaseAggregate.class);
        wire();
        desk.budget = budget(100, length + 1);
        fixture.given(registered()).when(submission(apply(), null)).expectSuccessfulHandlerExecution();
    }

    @Test
    void so_do_the_words_of_a_late_entry() {
        var length = new CaseEventSerializer()
                .serialize(EventSamples.registered(), byte[].class)
                .getData()
                .length;
        var stamp = new Stamp(0, 0, INTAKE, NOW, NOW, "é".repeat(50), RuleSet.OF_2019_07_23, List.of());
        desk.budget = budget(100, length + 100);
        fixture.given(new GenericEventMessage<>(EventSamples.registered(), Stamps.write(stamp)))
                .when(submission(apply(), null))
                .expectException(instanceOf(CommandFailure.CaseFull.class));
        fixture = new AggregateTestFixture<>(CaseAggregate.class);
        wire();
        desk.budget = budget(100, length + 101);
        fixture.given(new GenericEventMessage<>(EventSamples.registered(), Stamps.write(stamp)))
                .when(submission(apply(), null))
                .expectSuccessfulHandlerExecution();
    }

    @Test
    void notes_keep_out_no_evidence_and_evidence_no_decision_and_nothing_the_end_of_a_hold() {
        var half = budget(4, 1 << 20);
        assertThat(half.hasRoom(new AddCaseNote("x"), 2, 9)).isFalse();
        assertThat(half.hasRoom(evidence(), 2, 9)).isTrue();
        assertThat(half.hasRoom(evidence(), 3, 9)).isFalse();
        assertThat(half.hasRoom(withdraw(), 3, 9)).isTrue();
        var full = budget(1, 1);
        assertThat(full.hasRoom(new CaseCommand.LiftLegalHold(new ApplicantId("a1"), "H-1"), 9, 9))
                .isTrue();
        assertThat(full.hasRoom(withdraw(), 9, 9)).isFalse();
    }

    private static CaseCommand.PresentEvidence evidence() {
        return new CaseCommand.PresentEvidence(new ApplicantId("a1"), List.of(), List.of());
    }

    private static WithdrawApplication withdraw() {
        return new WithdrawApplication(new ApplicantId("a1"), "asked to");
    }

    private static GenericEventMessage<CaseRegistered> registered() {
        var stamp = new Stamp(0, 0, INTAKE, NOW, NOW, null, RuleSet.OF_2019_07_23, List.of());
        return new GenericEventMessage<>(EventSamples.registered(), Stamps.write(stamp));
    }

    private static RegisterCase register() {
        var event = EventSamples.registered();
        return new RegisterCase(
                event.caseNumber(),
                event.post(),
                event.category(),
                event.visaClass(),
                event.petition(),
                event.applicants(),
                event.counsel());
    }

    private static ApplyForVisa apply() {
        return new ApplyForVisa(new ApplicantId("a1"), "DS-260", new Fee(true, "N1", Fee.Place.NVC));
    }

    private static Fee unpaid() {
        return new Fee(false, null, Fee.Place.POST);
    }

    private static Submission submission(CaseCommand command, @Nullable Long expectedVersion) {
        return new Submission(command, EventSamples.CASE, INTAKE, null, null, expectedVersion, null);
    }

    /** The desk without a database: it remembers what it was asked. */
    private static final class FakeDesk implements CommandDesk {
        private CaseBudget budget = budget(100, 1 << 20);
        private @Nullable Submission claimed;
        private @Nullable RejectionCode lastRejection;

        @Override
        public Decision decide(Submission submission, CaseState state) {
            var post = POSTS.find(EventSamples.registered().post()).orElseThrow();
            var decision = CaseDecider.decide(
                    submission.command(),
                    state,
                    new CommandContext(
                            submission.caseId(),
                            submission.actor(),
                            post,
                            null,
                            NOW,
                            null,
                            submission.expectedVersion(),
                            false));
            if (decision instanceof Decision.Rejected(var rejection)) {
                lastRejection = rejection.code();
            }
            return decision;
        }

        @Override
        public void claimKey(Submission submission, List<RecordedEvent> events) {
            claimed = submission;
        }

        @Override
        public void ensureRoom(CaseCommand command, CaseState state, long size) {
            budget.ensureRoom(command, state instanceof CaseState.CaseFile file ? file.version() : 0, size);
        }

        @Override
        public long size(Message<?> event) {
            return budget.size(event);
        }

        @Override
        public void ensureFresh(CaseId caseId, @Nullable CaseState remembered) {}
    }
}
