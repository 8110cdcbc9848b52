package consular.cases.domain;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseCommand.TransferCase;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.Policy;
import consular.cases.domain.law.RejectionCode;
import consular.cases.domain.law.Rule;
import consular.cases.domain.law.RuleSet;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.posts.Post;
import consular.cases.domain.visas.VisaCategory;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One case told as a story: a clock that moves, people who act, and what is to be seen. Times are the
 * post's wall clock unless they carry an offset. A command takes effect and is recorded at the clock,
 * unless it is entered late. When the clock moves, the service acts on what has become due.
 */
final class CaseScenario extends CaseSeen {
    static final CaseId CASE = new CaseId(new UUID(0, 1));

    private boolean isOrdinary = true;

    private CaseScenario(Post post) {
        super(post);
        StoriesTold.begins(this);
    }

    /** A story that begins at a post, with nothing registered. */
    static CaseScenario at(String post) {
        return new CaseScenario(TestPosts.named(post));
    }

    /** A story that begins at a post of its own. */
    static CaseScenario at(Post post) {
        return new CaseScenario(post);
    }

    /** From here on under another policy. */
    CaseScenario under(Policy other) {
        policy = other;
        isOrdinary = false;
        return this;
    }

    /** Whether all of it was decided under the recommended policy, at posts as every test has them. */
    boolean isOrdinary() {
        return isOrdinary;
    }

    /** A story at Manila in which a case is registered and nothing else has happened, at nine in the morning. */
    static CaseScenario registered(String day) {
        return registeredAt("MNL", day);
    }

    static CaseScenario registeredAt(String post, String day) {
        return at(post).clock(day + "T09:00").given("intake", Commands.register(post));
    }

    /** A story in which the record holds a nonimmigrant case, however it got there. */
    static CaseScenario registeredNonimmigrant(String post, String visaClass, String day) {
        var story = at(post).clock(day + "T09:00");
        var registered = new CaseEvent.CaseRegistered(
                CASE,
                "CASE1",
                story.post.code(),
                story.post.zone(),
                VisaCategory.NONIMMIGRANT,
                visaClass,
                null,
                List.of(Commands.principal()),
                null);
        var intake = TestActors.named("intake");
        var law = RuleSet.inForceOn(LocalDate.parse(day));
        var stamp = new Stamp(0, 0, intake, story.clock, story.clock, null, law, List.of());
        story.append(new Decision.Accepted(List.of(new RecordedEvent(registered, stamp))));
        return story;
    }

    /** A story at Manila in which the applicant has just executed an application. */
    static CaseScenario applied(String day) {
        return appliedAt("MNL", day);
    }

    static CaseScenario appliedAt(String post, String day) {
        return registeredAt(post, day).given("intake", Commands.apply());
    }

    /** A nonimmigrant story at Ciudad Juarez in which a case is registered and nothing else has happened. */
    static CaseScenario registeredFor(String visaClass, String day) {
        return at("CDJ")
                .clock(day + "T09:00")
                .given("intake", Commands.register("CDJ", VisaCategory.NONIMMIGRANT, visaClass, Commands.principal()));
    }

    static CaseScenario appliedFor(String visaClass, String day) {
        return registeredFor(visaClass, day).given("intake", Commands.apply());
    }

    /** Moves the clock, and lets the service act on every deadline due by then. */
    CaseScenario clock(String time) {
        clock = instant(time);
        if (state instanceof CaseFile) {
            append(CaseDecider.decide(new CaseCommand.ActOnDeadlines(), state, context(Actor.SERVICE, null, null)));
        }
        return this;
    }

    /** Moves the clock while the service is down. */
    CaseScenario atTheClock(String time) {
        clock = instant(time);
        return this;
    }

    /** A command that has to be accepted for the story to go on. */
    CaseScenario given(String who, CaseCommand command) {
        return when(who, command).thenAccepted();
    }

    /** A command that takes effect now. */
    CaseScenario when(String who, CaseCommand command) {
        return decide(command, context(who, command, null, null));
    }

    /** An event that an earlier version stored next. */
    CaseScenario stored(CaseEvent event) {
        var before = history.getLast().stamp();
        var next = before.sequence() + 1;
        var stamp = new Stamp(
                next,
                next,
                before.actor(),
                before.effectiveAt(),
                before.recordedAt(),
                null,
                before.ruleSet(),
                List.of());
        append(new Decision.Accepted(List.of(new RecordedEvent(event, stamp))));
        return this;
    }

    /** A command that took effect earlier than it is entered. */
    CaseScenario whenLate(String who, CaseCommand command, String effectiveAt, @Nullable String reason) {
        return decide(command, context(who, command, instant(effectiveAt), reason));
    }

    private CommandContext context(
            String who, CaseCommand command, @Nullable Instant effectiveAt, @Nullable String reason) {
        var context = context(TestActors.named(who), effectiveAt, reason);
        return command instanceof TransferCase transfer
                ? context.sendingTo(TestPosts.find(transfer.toPost()).orElse(null))
                : context;
    }

    CaseScenario decide(CaseCommand command, CommandContext context) {
        isOrdinary &= TestPosts.all().find(current().code()).equals(Optional.ofNullable(context.post()));
        var decision = CaseDecider.decide(command, state, context);
        last = decision;
        note(command, decision);
        append(decision);
        return this;
    }

    private void append(Decision decision) {
        switch (decision) {
            case Decision.Accepted accepted -> {
                for (var event : accepted.events()) {
                    history.add(event);
                    state = CaseDecider.evolve(state, event.event(), event.stamp());
                }
            }
            case Decision.Rejected _, Decision.Malformed _, Decision.Stale _ -> {}
        }
    }

    CommandContext context(Actor actor, @Nullable Instant effectiveAt, @Nullable String lateEntryReason) {
        return new CommandContext(CASE, actor, current(), effectiveAt, clock, lateEntryReason, null, false)
                .under(policy);
    }

    CaseScenario thenAccepted() {
        assertThat(lastDecision()).isInstanceOf(Decision.Accepted.class);
        return this;
    }

    CaseScenario thenRejected(RejectionCode code) {
        assertThat(lastDecision())
                .isInstanceOfSatisfying(
                        Decision.Rejected.class,
                        it -> assertThat(it.rejection().code()).isEqualTo(code));
        return this;
    }

    CaseScenario thenRejected(RejectionCode code, Rule rule) {
        thenRejected(code);
        assertThat(((Decision.Rejected) lastDecision()).rejection().rule()).contains(rule);
        return this;
    }

    CaseScenario thenMalformed(String pointer) {
        assertThat(lastDecision())
                .isInstanceOfSatisfying(
                        Decision.Malformed.class, it -> assertThat(it.pointer()).isEqualTo(pointer));
        return this;
    }

    /** The events of the last command, in order. */
    @SafeVarargs
    final CaseScenario thenEvents(Class<? extends CaseEvent>... types) {
        assertThat(lastEvents())
                .extracting(it -> (Object) it.event().getClass())
                .containsExactly(Arrays.stream(types).toArray());
        return this;
    }

    /** The history holds an event of that type. */
    CaseScenario thenHappened(Class<? extends CaseEvent> type) {
        assertThat(all(type)).as(type.getSimpleName()).isNotEmpty();
        return this;
    }

    CaseScenario thenNever(Class<? extends CaseEvent> type) {
        assertThat(all(type)).as(type.getSimpleName()).isEmpty();
        return this;
    }

    CaseScenario thenState(ApplicationState expected) {
        assertThat(applicant().state()).isEqualTo(expected);
        return this;
    }

    CaseScenario thenFee(@Nullable FeeStatus expected) {
        assertThat(applicant().feeStatus()).isEqualTo(expected);
        return this;
    }

    CaseScenario thenRegistration(RegistrationState expected) {
        assertThat(view().registration().state()).isEqualTo(expected);
        return this;
    }

    /** Where the one clock of a kind stands, and its days. */
    CaseScenario thenDeadline(DeadlineKind kind, String due, String firesOn, DeadlineState expected) {
        assertThat(deadlines(kind)).singleElement().satisfies(it -> {
            assertThat(it.due()).isEqualTo(LocalDate.parse(due));
            assertThat(it.firesOn()).isEqualTo(LocalDate.parse(firesOn));
            assertThat(it.state()).isEqualTo(expected);
            assertThat(it.because()).isNotEmpty();
        });
        return this;
    }

    private Instant instant(String time) {
        return time.endsWith("Z") || time.contains("+")
                ? OffsetDateTime.parse(time).toInstant()
                : LocalDateTime.parse(time).atZone(post.zone()).toInstant();
    }
}
