package consular.cases.domain;

import consular.cases.domain.law.Reckoning;
import consular.cases.domain.law.Rejection;
import consular.cases.domain.law.RejectionCode;
import consular.cases.domain.law.Rule;
import consular.cases.domain.law.RuleSet;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.posts.Post;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One person's act on a case: who, when, under which law, and the events that follow from it. They are folded
 * when a later step of the same decision asks for the case, and never if none does.
 */
final class Act {
    private final CommandContext context;
    private final Post post;
    private final long decision;
    private final LocalDate day;
    private final List<RecordedEvent> recorded = new ArrayList<>();
    private CaseState state;
    private int folded;

    Act(CaseState state, CommandContext context, Post post) {
        this.state = state;
        this.context = context;
        this.post = post;
        this.decision = versionOf(state);
        this.day = post.dateOf(context.actEffectiveAt());
    }

    private static long versionOf(CaseState state) {
        return switch (state) {
            case CaseState.NotRegistered _ -> 0;
            case CaseState.CaseFile file -> file.version();
        };
    }

    Post post() {
        return post;
    }

    CommandContext context() {
        return context;
    }

    OfficerId officer() {
        return context.actor().officer();
    }

    /** When the act takes effect. */
    Instant at() {
        return context.actEffectiveAt();
    }

    /** The post-local day of the act. */
    LocalDate day() {
        return day;
    }

    RuleSet law() {
        return context.lawOn(day);
    }

    /** How the periods that begin with the act are reckoned. */
    Reckoning reckoning() {
        return new Reckoning(context.policy(), post.calendar()::workingDayOnOrAfter);
    }

    /** The case with everything recorded so far; only for acts on a registered case. */
    CaseState.CaseFile file() {
        return switch (folded()) {
            case CaseState.CaseFile file -> file;
            case CaseState.NotRegistered _ -> throw new IllegalStateException("the case is not registered");
        };
    }

    private CaseState folded() {
        while (folded < recorded.size()) {
            var line = recorded.get(folded);
            state = CaseEvolution.evolve(state, line.event(), line.stamp());
            folded++;
        }
        return state;
    }

    /** Records that the act brought {@code event} about, resting on {@code rules}. */
    Act record(CaseEvent event, Rule... rules) {
        return record(event, List.of(rules));
    }

    /** The same with rules that had to be gathered. */
    Act record(CaseEvent event, List<Rule> rules) {
        return record(event, at(), law(), rules);
    }

    /** Records an event that took effect at another time than the act: one that time brought about. */
    Act record(CaseEvent event, Instant effectiveAt, List<Rule> rules) {
        return record(event, effectiveAt, context.lawOn(post.dateOf(effectiveAt)), rules);
    }

    private Act record(CaseEvent event, Instant effectiveAt, RuleSet law, List<Rule> rules) {
        var stamp = new Stamp(
                decision + recorded.size(),
                decision,
                context.actor().onRecord(),
                effectiveAt,
                context.recordedAt(),
                context.lateEntryReason(),
                law,
                rules);
        recorded.add(new RecordedEvent(event, stamp));
        return this;
    }

    /** What has been recorded so far, in order. */
    List<RecordedEvent> recorded() {
        return List.copyOf(recorded);
    }

    Decision accepted() {
        return new Decision.Accepted(recorded);
    }

    static Decision reject(RejectionCode code, String detail) {
        return new Decision.Rejected(new Rejection(code, detail));
    }

    /** Of a code that protects several rules: turned down for one of them. */
    static Decision reject(RejectionCode code, Rule rule, String detail) {
        return new Decision.Rejected(new Rejection(code, rule, detail));
    }
}
