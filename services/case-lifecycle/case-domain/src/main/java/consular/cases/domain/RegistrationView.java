package consular.cases.domain;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.registration.NoticeIssuer;
import consular.cases.domain.registration.TerminationKind;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The registration.
 *
 * @param terminateFrom the first day on which it may be, or could have been, terminated; null when
 *     no clock runs
 * @param anchor the day from which that year is reckoned
 * @param statutoryReinstateBy the last day by INA 203(g), where it may differ from the regulation's
 * @param noticeIssuer who tells the applicant of the termination; null before it
 */
public record RegistrationView(
        RegistrationState state,
        @Nullable LocalDate terminateFrom,
        @Nullable LocalDate terminatedOn,
        @Nullable LocalDate anchor,
        @Nullable LocalDate reinstateBy,
        @Nullable LocalDate statutoryReinstateBy,
        @Nullable NoticeIssuer noticeIssuer) {

    static RegistrationView of(CaseFile file) {
        return switch (file.category()) {
            case IMMIGRANT -> ofImmigrant(file);
            case NONIMMIGRANT -> withoutClock(RegistrationState.NONE);
        };
    }

    private static RegistrationView ofImmigrant(CaseFile file) {
        var termination = file.registration().termination();
        if (termination != null) {
            return new RegistrationView(
                    termination.windowClosed() ? RegistrationState.FINAL : RegistrationState.TERMINATED,
                    termination.terminateFrom(),
                    termination.terminatedOn(),
                    termination.anchor(),
                    termination.reinstateBy(),
                    termination.statutoryReinstateBy(),
                    termination.noticeIssuer());
        }
        return TerminationClock.running(file)
                .map(clock -> new RegistrationView(
                        TerminationClock.isWarned(file) ? RegistrationState.WARNED : RegistrationState.ACTIVE,
                        clock.terminateFrom(),
                        null,
                        clock.anchor(),
                        clock.reinstateBy(),
                        statutoryReinstateBy(clock, file),
                        null))
                .orElseGet(() -> withoutClock(RegistrationState.ACTIVE));
    }

    /** The statute reckons from the notice of availability, so only where a failure to apply is at stake. */
    private static @Nullable LocalDate statutoryReinstateBy(TerminationClock clock, CaseFile file) {
        var availability = file.registration().availability();
        return clock.kind() == TerminationKind.TERM_A && availability != null
                ? availability.statutoryReinstateBy()
                : null;
    }

    private static RegistrationView withoutClock(RegistrationState state) {
        return new RegistrationView(state, null, null, null, null, null, null);
    }
}
