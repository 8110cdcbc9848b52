package consular.cases.web.api;

import consular.cases.application.RuleSetEffects;
import consular.cases.domain.Deadline;
import consular.cases.domain.DeadlineKind;
import consular.cases.domain.DeadlineState;
import consular.cases.domain.MovedDeadline;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.posts.PostCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A clock of an open case that another rule set or policy would move. */
record EffectItem(
        CaseId caseId,
        String caseNumber,
        PostCode post,
        DeadlineKind kind,
        String subject,
        @Nullable Days from,
        @Nullable Days to,
        List<DeadlineItem.Reason> why) {

    static EffectItem of(RuleSetEffects.Effect effect) {
        var moved = effect.moved();
        return new EffectItem(
                effect.caseId(),
                effect.caseNumber(),
                effect.post(),
                moved.kind(),
                moved.subject(),
                Days.of(moved.from()),
                Days.of(moved.to()),
                why(moved));
    }

    static List<DeadlineItem.Reason> why(MovedDeadline moved) {
        return moved.why().stream().map(DeadlineItem.Reason::of).toList();
    }

    /** The days of a clock one way. */
    record Days(LocalDate due, LocalDate firesOn, DeadlineState state) {
        static @Nullable Days of(@Nullable Deadline deadline) {
            return deadline == null ? null : new Days(deadline.due(), deadline.firesOn(), deadline.state());
        }
    }
}
