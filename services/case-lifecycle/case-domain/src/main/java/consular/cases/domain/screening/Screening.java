package consular.cases.domain.screening;

import java.time.LocalDate;
import java.util.List;

/**
 * The answer to a screening.
 *
 * @param on the day whose law was applied
 * @param reasons every reason that applies, in the order of the table
 */
public record Screening(Outcome outcome, LocalDate on, List<Reason> reasons) {
    public Screening {
        reasons = List.copyOf(reasons);
    }

    /** Weighs the rows that apply. What would make eligible is told only where no bar undoes it. */
    static Screening of(LocalDate on, List<Reason> applying) {
        var barred = has(applying, Effect.BAR);
        var outcome = barred
                ? Outcome.INELIGIBLE
                : has(applying, Effect.BAR_UNLESS_POST_ACCEPTS)
                        ? Outcome.INELIGIBLE_UNLESS_POST_ACCEPTS
                        : Outcome.ELIGIBLE;
        return new Screening(
                outcome,
                on,
                applying.stream()
                        .filter(reason -> !barred || reason.effect() != Effect.BASIS)
                        .toList());
    }

    private static boolean has(List<Reason> reasons, Effect effect) {
        return reasons.stream().anyMatch(reason -> reason.effect() == effect);
    }
}
