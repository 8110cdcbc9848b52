package consular.cases.web.api;

import consular.cases.domain.CaseDeadlines;
import consular.cases.domain.CaseEvent;
import consular.cases.domain.CaseView;
import consular.cases.domain.CommandName;
import consular.cases.domain.WhatIf;
import consular.cases.domain.law.Alarms;
import consular.cases.domain.law.Rejection;
import consular.cases.domain.law.Rule;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.people.Role;
import consular.cases.domain.posts.Post;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What would follow.
 *
 * @param version the version of the case that was asked about
 * @param clock the instant that it would then be
 */
record WhatIfAnswer(
        CaseId caseId,
        long version,
        Instant clock,
        List<Outcome> outcomes,
        List<Event> events,
        CaseView state,
        List<DeadlineItem> deadlines) {

    static WhatIfAnswer of(
            long version, WhatIf.Followup followup, List<WhatIfBodies.Given> commands, Post post, Alarms alarms) {
        var file = followup.file();
        return new WhatIfAnswer(
                file.caseId(),
                version,
                followup.clock(),
                IntStream.range(0, followup.outcomes().size())
                        .mapToObj(i -> Outcome.of(
                                commands.get(i).envelope().command(),
                                followup.outcomes().get(i)))
                        .toList(),
                followup.events().stream().map(Event::of).toList(),
                CaseView.of(file),
                CaseDeadlines.of(file, post, alarms).stream()
                        .map(DeadlineItem::of)
                        .toList());
    }

    /** What would come of a command; if it would be rejected, the code, rule and citation say why. */
    record Outcome(
            CommandName command,
            boolean accepted,
            Instant effectiveAt,
            @Nullable String code,
            @Nullable String rule,
            @Nullable String citation,
            @Nullable String detail) {

        private static Outcome of(CommandName command, WhatIf.Outcome outcome) {
            var rejection = Optional.ofNullable(outcome.rejection());
            var rule = rejection.flatMap(Rejection::rule);
            return new Outcome(
                    command,
                    rejection.isEmpty(),
                    outcome.effectiveAt(),
                    rejection.map(it -> it.code().name()).orElse(null),
                    rule.map(Rule::id).orElse(null),
                    rule.map(Rule::citation).orElse(null),
                    rejection.map(Rejection::detail).orElse(null));
        }
    }

    /**
     * A line that the record would then have. It has no identity and no place in the log, for it is in no log.
     *
     * @param command the place of the command that it would follow from; null when the passing of time brings it about
     */
    record Event(
            @Nullable Integer command,
            String type,
            long sequence,
            OfficerId actor,
            Role role,
            Instant effectiveAt,
            Instant recordedAt,
            @Nullable String lateEntryReason,
            String ruleSet,
            List<HistoryItem.RuleItem> rules,
            CaseEvent payload) {

        private static Event of(WhatIf.Followed followed) {
            var stamp = followed.line().stamp();
            var event = followed.line().event();
            return new Event(
                    followed.command(),
                    event.getClass().getSimpleName(),
                    stamp.sequence(),
                    stamp.actor().officer(),
                    stamp.actor().role(),
                    stamp.effectiveAt(),
                    stamp.recordedAt(),
                    stamp.lateEntryReason(),
                    stamp.ruleSet().id(),
                    stamp.rules().stream().map(HistoryItem.RuleItem::of).toList(),
                    event);
        }
    }
}
