package consular.cases.domain.screening;

import static consular.cases.domain.law.Rule.*;
import static consular.cases.domain.screening.Effect.*;
import static consular.cases.domain.screening.ReasonCode.*;

import java.time.LocalDate;
import java.util.List;

/** Whether an expired visa is deemed extended to the day of a readmission: a dated table (22 CFR 41.112(d)). */
public final class RevalidationScreening {
    private static final int DAYS_ABSENT = 30;

    private static final List<Row<Readmission>> TABLE = List.of(
            new Row<>(
                    EXPIRED_VISA_DEEMED_EXTENDED,
                    VISA_DEEMED_EXTENDED,
                    BASIS,
                    (_, _) -> true,
                    "the expired visa counts as extended to the day of the readmission"),
            new Row<>(
                    EXPIRED_VISA_DEEMED_EXTENDED,
                    CLASS_DEEMED_CONVERTED,
                    BASIS,
                    (it, _) -> Boolean.TRUE.equals(it.changedStatus()),
                    "the visa counts as converted to the classification that status was changed to"),
            new Row<>(
                    SHORT_ABSENCE_IN_CONTIGUOUS_TERRITORY,
                    I94_EXPIRED,
                    BAR,
                    (it, _) -> !it.hasValidI94(),
                    "the stay that the I-94 allows is over by the day of the return"),
            new Row<>(
                    SHORT_ABSENCE_IN_CONTIGUOUS_TERRITORY,
                    ABSENT_TOO_LONG,
                    BAR,
                    (it, _) -> it.daysAbsent() > DAYS_ABSENT,
                    "the absence is longer than thirty days"),
            new Row<>(
                    SHORT_ABSENCE_IN_CONTIGUOUS_TERRITORY,
                    NOT_CONTIGUOUS_TERRITORY,
                    BAR,
                    (it, _) -> isTooFar(it),
                    "the absence was not in contiguous territory alone; adjacent islands are for F and J only"),
            new Row<>(
                    APPLYING_ENDS_REVALIDATION,
                    APPLIED_FOR_VISA,
                    BAR,
                    (it, _) -> Boolean.TRUE.equals(it.appliedForVisaDuringAbsence()),
                    "a new visa was applied for during the absence, whatever came of it"),
            new Row<>(
                    NO_REVALIDATION_FOR_STATE_SPONSORS,
                    NATIONALITY_BAR,
                    BAR,
                    (it, on) -> CountryList.NO_AUTOMATIC_REVALIDATION.holds(it.nationality(), on),
                    "automatic revalidation is not for nationals of states that sponsor terrorism"));

    private RevalidationScreening() {}

    /** Screens under the law of a day. */
    public static Screening screen(Readmission person, LocalDate on) {
        return Row.screen(TABLE, person, on);
    }

    private static boolean isTooFar(Readmission person) {
        return switch (person.visited()) {
            case CONTIGUOUS -> false;
            case ADJACENT_ISLANDS -> !person.isStudentOrExchangeVisitor();
            case ELSEWHERE -> true;
        };
    }
}
