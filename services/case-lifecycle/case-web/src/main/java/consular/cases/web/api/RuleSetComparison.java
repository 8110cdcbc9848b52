package consular.cases.web.api;

import consular.cases.domain.Assumption;
import consular.cases.domain.CaseView;
import consular.cases.domain.DeadlineKind;
import consular.cases.domain.DecidedAnew;
import consular.cases.domain.MovedDeadline;
import consular.cases.domain.law.Rejection;
import consular.cases.domain.law.Rule;
import consular.cases.domain.law.RuleSet;
import consular.cases.domain.people.CaseId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The same case decided in two ways, and what differs.
 *
 * @param version the version of the case that was decided anew
 * @param clock the instant until which time has passed
 * @param differences the members of the state that differ
 */
record RuleSetComparison(
        CaseId caseId,
        long version,
        Instant clock,
        Way from,
        Way to,
        List<StateDifferences.Difference> differences,
        List<Moved> moved) {

    static RuleSetComparison of(
            long version, Instant clock, Way from, Way to, List<MovedDeadline> moved, StateDifferences differences) {
        return new RuleSetComparison(
                from.state().caseId(),
                version,
                clock,
                from,
                to,
                differences.between(from.state(), to.state()),
                moved.stream().map(Moved::of).toList());
    }

    /**
     * One way of deciding it.
     *
     * @param ruleSet null where each act is decided under the rule set of its day
     * @param notGiven the commands of the record that could not have been given
     */
    record Way(@Nullable String ruleSet, CaseView state, List<DeadlineItem> deadlines, List<NotGiven> notGiven) {
        static Way of(Assumption assumption, DecidedAnew decided) {
            return new Way(
                    Optional.ofNullable(assumption.ruleSet()).map(RuleSet::id).orElse(null),
                    CaseView.of(decided.file()),
                    decided.deadlines().stream().map(DeadlineItem::of).toList(),
                    decided.notGiven().stream().map(NotGiven::of).toList());
        }
    }

    /** A command of the record, by its first event, that could not have been given, and why. */
    record NotGiven(
            long sequence,
            String event,
            @Nullable String code,
            @Nullable String rule,
            @Nullable String citation,
            String detail) {
        private static NotGiven of(DecidedAnew.NotGiven notGiven) {
            var rejection = Optional.ofNullable(notGiven.rejection());
            var rule = rejection.map(Rejection::code).flatMap(code -> code.rule());
            return new NotGiven(
                    notGiven.sequence(),
                    notGiven.event(),
                    rejection.map(it -> it.code().name()).orElse(null),
                    rule.map(Rule::id).orElse(null),
                    rule.map(Rule::citation).orElse(null),
                    rejection.map(Rejection::detail).orElse("it is about something that there would not be"));
        }
    }

    /** A clock that differs. */
    record Moved(
            DeadlineKind kind,
            String subject,
            EffectItem.@Nullable Days from,
            EffectItem.@Nullable Days to,
            List<DeadlineItem.Reason> why) {
        private static Moved of(MovedDeadline moved) {
            return new Moved(
                    moved.kind(),
                    moved.subject(),
                    EffectItem.Days.of(moved.from()),
                    EffectItem.Days.of(moved.to()),
                    EffectItem.why(moved));
        }
    }
}
