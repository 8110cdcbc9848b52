package consular.cases.domain.quasirefusals;

import consular.cases.domain.law.Rejection;
import consular.cases.domain.law.Rule;
import consular.cases.domain.law.RuleSet;
import consular.cases.domain.law.TimeOfAct;
import java.util.List;

/** What comes of a command on an inquiry. */
public sealed interface QuasiRefusalDecision {
    /** The events that follow, in order, all of one time and under one version of the law. */
    record Accepted(List<Line> lines, TimeOfAct time, RuleSet law) implements QuasiRefusalDecision {
        public Accepted {
            lines = List.copyOf(lines);
        }
    }

    /** An event with the rules it rests on. */
    record Line(QuasiRefusalEvent event, List<Rule> rules) {
        public Line {
            rules = List.copyOf(rules);
        }
    }

    /** The law or the record stands in the way; nothing follows. */
    record Rejected(Rejection rejection) implements QuasiRefusalDecision {}

    /**
     * The command does not make sense, whoever gives it.
     *
     * @param pointer the offending member as a JSON Pointer
     */
    record Malformed(String pointer, String detail) implements QuasiRefusalDecision {}

    /** The sender last saw another version than the inquiry has now. */
    record Stale(long expected, long actual) implements QuasiRefusalDecision {}
}
