package consular.cases.domain.law;

import java.time.LocalDate;
import java.time.Month;

/** The federal fiscal year: 1 October to 30 September, named after the year it ends in. */
public final class FiscalYear {
    private FiscalYear() {}

    /** The fiscal year of a post-local day. */
    public static int of(LocalDate day) {
        return day.getMonthValue() >= Month.OCTOBER.getValue() ? day.getYear() + 1 : day.getYear();
    }
}
