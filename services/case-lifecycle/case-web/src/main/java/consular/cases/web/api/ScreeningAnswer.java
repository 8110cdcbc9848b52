package consular.cases.web.api;

import consular.cases.domain.screening.Effect;
import consular.cases.domain.screening.Outcome;
import consular.cases.domain.screening.Reason;
import consular.cases.domain.screening.ReasonCode;
import consular.cases.domain.screening.Screening;
import java.time.LocalDate;
import java.util.List;

/**
 * What a screening comes to, and every reason.
 *
 * @param on the day whose law was applied
 * @param assumedFalse the facts that the body left out, and that counted as not so
 */
record ScreeningAnswer(Outcome outcome, LocalDate on, List<ReasonItem> reasons, List<String> assumedFalse) {

    static ScreeningAnswer of(Screening screening, List<String> assumedFalse) {
        return new ScreeningAnswer(
                screening.outcome(),
                screening.on(),
                screening.reasons().stream().map(ReasonItem::of).toList(),
                assumedFalse);
    }

    /** One reason, with its authority. */
    record ReasonItem(ReasonCode code, String rule, String citation, Effect effect, String detail) {
        static ReasonItem of(Reason reason) {
            return new ReasonItem(
                    reason.code(), reason.rule().id(), reason.rule().citation(), reason.effect(), reason.detail());
        }
    }
}
