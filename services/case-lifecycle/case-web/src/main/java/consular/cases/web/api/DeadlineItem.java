package consular.cases.web.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import consular.cases.domain.Deadline;
import consular.cases.domain.DeadlineKind;
import consular.cases.domain.DeadlineState;
import consular.cases.domain.law.Rule;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A clock of a case. */
record DeadlineItem(
        DeadlineKind kind,
        String subject,
        LocalDate due,
        LocalDate firesOn,
        DeadlineState state,
        List<Reason> because) {

    static DeadlineItem of(Deadline deadline) {
        return new DeadlineItem(
                deadline.kind(),
                deadline.subject(),
                deadline.due(),
                deadline.firesOn(),
                deadline.state(),
                deadline.because().stream().map(Reason::of).toList());
    }

    /** Why: an event of the case by its sequence, or a rule with its citation. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reason(
            @Nullable Long sequence,
            @Nullable String rule,
            @Nullable String citation,
            String text) {
        static Reason of(Deadline.Because because) {
            var rule = Optional.ofNullable(because.rule());
            return new Reason(
                    because.sequence(),
                    rule.map(Rule::id).orElse(null),
                    rule.map(Rule::citation).orElse(null),
                    because.text());
        }
    }
}
