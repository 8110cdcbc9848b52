package consular.cases.domain.screening;

import consular.cases.domain.law.Rule;
import consular.cases.domain.law.sheet.RuleSheet;
import java.time.LocalDate;
import java.util.List;
import java.util.function.BiPredicate;

/**
 * A row of a decision table. It counts on the days on which its rule is in force.
 *
 * @param applies whether the row speaks of these facts under the law of a day
 */
record Row<F>(Rule rule, ReasonCode code, Effect effect, BiPredicate<F, LocalDate> applies, String detail) {

    /** Every row of a table that speaks of these facts. */
    static <F> Screening screen(List<Row<F>> table, F facts, LocalDate on) {
        return Screening.of(
                on,
                table.stream()
                        .filter(row -> RuleSheet.of(row.rule).validity().holdsOn(on))
                        .filter(row -> row.applies.test(facts, on))
                        .map(row -> new Reason(row.code, row.rule, row.effect, row.detail))
                        .toList());
    }
}
