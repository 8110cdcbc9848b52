package consular.cases.domain;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.Policy;
import consular.cases.domain.law.Rejection;
import consular.cases.domain.oversight.ReviewPolicy;
import consular.cases.domain.people.Actor;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.posts.Post;
import consular.cases.domain.posts.Posts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A record decided anew, as if another rule set or policy had held all along: every command that was given is given again
 * at its time, and time passes in between. The decider that decides in earnest decides; nothing is recorded. Refusals,
 * findings and opinions have the ids of the record; those that the record does not have are numbered on from its last.
 *
 * @param file the case as it would be
 * @param notGiven the commands of the record that could not be given
 */
public record DecidedAnew(CaseFile file, List<Deadline> deadlines, List<NotGiven> notGiven) {
    public DecidedAnew {
        deadlines = List.copyOf(deadlines);
        notGiven = List.copyOf(notGiven);
    }

    /**
     * A command of the record that could not be given.
     *
     * @param sequence that of the first event which the record has of it
     * @param event the name of that event
     * @param rejection what would stand in its way; null when it would be about something that there would not be
     */
    public record NotGiven(
            long sequence, String event, @Nullable Rejection rejection) {}

    /**
     * Decides a record anew.
     *
     * @param history all events of a registered case, by sequence
     * @param now the clock, until which time passes in the end
     */
    public static DecidedAnew of(List<RecordedEvent> history, Posts posts, Assumption assumption, Instant now) {
        var retelling = new Retelling(caseOf(history), posts, assumption, new RecordedNames(history));
        for (var decision : decisions(history)) {
            retelling.comeTo(decision);
        }
        retelling.pass(now);
        return retelling.end();
    }

    private static CaseId caseOf(List<RecordedEvent> history) {
        if (history.getFirst().event() instanceof CaseEvent.CaseRegistered registered) {
            return registered.caseId();
        }
        throw new IllegalArgumentException("a record begins with a registration");
    }

    private static List<List<RecordedEvent>> decisions(List<RecordedEvent> history) {
        var decisions = new ArrayList<List<RecordedEvent>>();
        for (var line : history) {
            if (decisions.isEmpty()
                    || decisions.getLast().getFirst().stamp().decision()
                            != line.stamp().decision()) {
                decisions.add(new ArrayList<>());
            }
            decisions.getLast().add(line);
        }
        return decisions;
    }

    private static final class Retelling {
        private final CaseId caseId;
        private final Posts posts;
        private final Assumption assumption;
        private final RecordedNames names;
        private final List<NotGiven> notGiven = new ArrayList<>();
        private CaseState state = CaseDecider.initialState();
        private Instant clock = Instant.MIN;
        /** How far the service had come on the record. */
        private Instant served = Instant.MIN;

        private Retelling(CaseId caseId, Posts posts, Assumption assumption, RecordedNames names) {
            this.caseId = caseId;
            this.posts = posts;
            this.assumption = assumption;
            this.names = names;
        }

        /**
         * Time passes before an act as far as the service had come on the record, and no further: what had come about by
         * the act besides is recorded with it, and an act that was entered late is not too late for having been so.
         */
        private void comeTo(List<RecordedEvent> recorded) {
            var stamp = recorded.getLast().stamp();
            GivenCommand.of(recorded).ifPresentOrElse(command -> give(command, recorded), () -> serve(stamp));
        }

        private void serve(Stamp stamp) {
            served = stamp.effectiveAt().isAfter(served) ? stamp.effectiveAt() : served;
        }

        private void give(CaseCommand command, List<RecordedEvent> recorded) {
            var first = recorded.getFirst();
            var stamp = first.stamp();
            if (served.isAfter(stamp.effectiveAt())) {
                pass(served);
            }
            var context = context(
                    stamp.actor(), post(first), stamp.effectiveAt(), stamp.recordedAt(), stamp.lateEntryReason());
            var type = first.event().getClass().getSimpleName();
            switch (CaseDecider.decide(command, state, context.sendingTo(destination(first)))) {
                case Decision.Accepted(var lines) -> follow(names.name(lines, recorded));
                case Decision.Rejected(var rejection) -> notGiven.add(new NotGiven(stamp.sequence(), type, rejection));
                case Decision.Malformed _ -> notGiven.add(new NotGiven(stamp.sequence(), type, null));
                case Decision.Stale stale -> throw new IllegalStateException("no version was expected: " + stale);
            }
        }

        /** Each deadline is acted on when its day begins; a clock that the record sets back lets no time pass. */
        private void pass(Instant until) {
            if (state instanceof CaseFile) {
                for (var next = next(until); next.isPresent(); next = next(until)) {
                    clock = next.get();
                    var context = context(Actor.SERVICE, post(), null, clock, null);
                    if (CaseDecider.decide(new CaseCommand.ActOnDeadlines(), state, context)
                            instanceof Decision.Accepted(var lines)) {
                        follow(lines);
                    } else {
                        throw new IllegalStateException("what is due can always be acted on");
                    }
                }
            }
            clock = until.isAfter(clock) ? until : clock;
        }

        private Optional<Instant> next(Instant until) {
            var end = until.isAfter(clock) ? until : clock;
            return DeadlineDecisions.next(file(), post(), assumption.policy().alarms(), clock, end);
        }

        private void follow(List<RecordedEvent> lines) {
            for (var line : lines) {
                state = CaseDecider.evolve(state, line.event(), line.stamp());
            }
        }

        private CommandContext context(
                Actor actor,
                Post post,
                @Nullable Instant effectiveAt,
                Instant recordedAt,
                @Nullable String lateEntryReason) {
            return new CommandContext(caseId, actor, post, effectiveAt, recordedAt, lateEntryReason, null, false)
                    .under(onRecord(assumption.policy()))
                    .under(assumption.ruleSet());
        }

        /** The record says who reviewed and not whom they supervised; that was looked at when the command was given. */
        private static Policy onRecord(Policy policy) {
            return policy.with(new ReviewPolicy(false, policy.review().sample()));
        }

        /** In the zone that it had when the case came to it. */
        private Post post(RecordedEvent first) {
            return first.event() instanceof CaseEvent.CaseRegistered registered
                    ? posts.find(registered.post()).orElseThrow().inZone(registered.zone())
                    : post();
        }

        private Post post() {
            return posts.find(file().post()).orElseThrow();
        }

        private @Nullable Post destination(RecordedEvent first) {
            return first.event() instanceof CaseEvent.CaseTransferred transferred
                    ? posts.find(transferred.to())
                            .map(post -> post.inZone(transferred.toZone()))
                            .orElse(null)
                    : null;
        }

        private CaseFile file() {
            if (state instanceof CaseFile file) {
                return file;
            }
            throw new IllegalStateException("a record begins with a registration");
        }

        private DecidedAnew end() {
            return new DecidedAnew(
                    file(), CaseDeadlines.of(file(), post(), assumption.policy().alarms()), notGiven);
        }
    }
}
