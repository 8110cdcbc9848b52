package consular.cases.domain;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.Policy;
import consular.cases.domain.law.Rejection;
import consular.cases.domain.people.Actor;
import consular.cases.domain.posts.Post;
import consular.cases.domain.posts.Posts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What would follow if commands were given and time went by. The decider that decides in earnest decides each command, on
 * the case as the former would leave it; nothing is recorded, and the case that was asked about stays as it is. What the
 * policy would select for review is left out: who could ask for it could choose when to decide.
 */
public final class WhatIf {
    private final Posts posts;
    private final Policy policy;
    private final List<Followed> events = new ArrayList<>();
    private final List<Outcome> outcomes = new ArrayList<>();
    private Instant clock;
    private CaseFile file;

    private WhatIf(CaseFile file, Posts posts, Policy policy, Instant now) {
        this.file = file;
        this.posts = posts;
        this.policy = policy.withoutSelection();
        this.clock = now.truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * A command that might be given.
     *
     * @param effectiveAt when the act would take effect; a later instant than the clock's moves the clock there first, null
     *     stands for the clock
     */
    public record Supposed(
            CaseCommand.ByPerson command,
            Actor actor,
            @Nullable Instant effectiveAt,
            @Nullable String lateEntryReason) {}

    /**
     * An event that would follow.
     *
     * @param command the place of the command that it follows from, from 0; null when time alone brings it about
     */
    public record Followed(@Nullable Integer command, RecordedEvent line) {}

    /**
     * What would come of one command.
     *
     * @param effectiveAt when the act would take effect
     * @param rejection what would stand in its way; null when it would be accepted
     */
    public record Outcome(Instant effectiveAt, @Nullable Rejection rejection) {}

    /** What would follow from the whole. */
    public sealed interface Answer {}

    /**
     * What would be so in the end.
     *
     * @param clock the instant at which that is
     * @param outcomes one for each command up to the first that would be rejected, that one included
     */
    public record Followup(Instant clock, List<Outcome> outcomes, List<Followed> events, CaseFile file)
            implements Answer {
        public Followup {
            outcomes = List.copyOf(outcomes);
            events = List.copyOf(events);
        }
    }

    /**
     * A command that would make no sense for the case as it would then be, or a time that no calendar covers.
     *
     * @param command its place, from 0; null when it is not about a command
     * @param pointer the offending member of the command, or of the question, as a JSON Pointer
     */
    public record Senseless(@Nullable Integer command, String pointer, String detail) implements Answer {}

    /**
     * Supposes commands one after the other, and then that time goes by.
     *
     * @param posts among them that of the case, and any to which it would be sent
     * @param policy what the service that would decide in earnest has settled
     * @param now the clock to begin with
     * @param until an instant until which time goes by after the last command; null, or one that is past by then, for no
     *     longer
     */
    public static Answer ask(
            CaseFile file, Posts posts, Policy policy, Instant now, List<Supposed> commands, @Nullable Instant until) {
        if (until != null && !isCovered(until, file)) {
            return new Senseless(null, "/until", EffectiveTime.OUTSIDE);
        }
        var whatIf = new WhatIf(file, posts, policy, now);
        whatIf.pass(now);
        for (var i = 0; i < commands.size(); i++) {
            var supposed = commands.get(i);
            if (supposed.effectiveAt() != null && !isCovered(supposed.effectiveAt(), file)) {
                return new Senseless(i, "/effectiveAt", EffectiveTime.OUTSIDE);
            }
            switch (whatIf.give(supposed)) {
                case Decision.Accepted(var lines) -> whatIf.follow(i, lines);
                case Decision.Rejected(var rejection) -> {
                    return whatIf.stopped(supposed, rejection);
                }
                case Decision.Malformed(var pointer, var detail) -> {
                    return new Senseless(i, pointer, detail);
                }
                case Decision.Stale stale -> throw new IllegalStateException("no version was expected: " + stale);
            }
        }
        whatIf.pass(until == null ? whatIf.clock : until);
        return whatIf.answer();
    }

    private static boolean isCovered(Instant instant, CaseFile file) {
        return EffectiveTime.isCovered(instant.atZone(file.zone()).toLocalDate());
    }

    private Decision give(Supposed supposed) {
        var effectiveAt = supposed.effectiveAt();
        pass(effectiveAt == null ? clock : effectiveAt);
        var decision = CaseDecider.decide(
                supposed.command(),
                file,
                context(supposed.actor(), effectiveAt, supposed.lateEntryReason())
                        .sendingTo(destination(supposed.command())));
        if (decision instanceof Decision.Accepted(var lines)) {
            outcomes.add(new Outcome(lines.getLast().stamp().effectiveAt(), null));
        }
        return decision;
    }

    private Followup stopped(Supposed supposed, Rejection rejection) {
        var effectiveAt = supposed.effectiveAt();
        outcomes.add(new Outcome(effectiveAt == null ? clock : effectiveAt, rejection));
        return answer();
    }

    private Followup answer() {
        return new Followup(clock, outcomes, events, file);
    }

    /**
     * Lets the clock run until an instant. Each deadline is acted on when its day begins, as the service would, and not
     * in one go at the end: what one brings about may set the next going.
     */
    private void pass(Instant until) {
        var end = until.isAfter(clock) ? until.truncatedTo(ChronoUnit.MILLIS) : clock;
        for (var next = nextDue(end); next != null; next = nextDue(end)) {
            clock = next;
            var acted = CaseDecider.decide(new CaseCommand.ActOnDeadlines(), file, context(Actor.SERVICE, null, null));
            if (acted instanceof Decision.Accepted(var lines)) {
                follow(null, lines);
            } else {
                throw new IllegalStateException("what is due can always be acted on: " + acted);
            }
        }
        clock = end;
    }

    /** When the service would act next, which may be at once; null if not by {@code end}. */
    private @Nullable Instant nextDue(Instant end) {
        return DeadlineDecisions.next(file, post(), policy.alarms(), clock, end).orElse(null);
    }

    private void follow(@Nullable Integer command, List<RecordedEvent> lines) {
        for (var line : lines) {
            events.add(new Followed(command, line));
            if (CaseDecider.evolve(file, line.event(), line.stamp()) instanceof CaseFile next) {
                file = next;
            }
        }
    }

    private CommandContext context(Actor actor, @Nullable Instant effectiveAt, @Nullable String lateEntryReason) {
        return new CommandContext(file.caseId(), actor, post(), effectiveAt, clock, lateEntryReason, null, false)
                .under(policy);
    }

    private Post post() {
        return posts.find(file.post()).orElseThrow();
    }

    private @Nullable Post destination(CaseCommand.ByPerson command) {
        return command instanceof CaseCommand.TransferCase transfer
                ? posts.find(transfer.toPost()).orElse(null)
                : null;
    }
}
