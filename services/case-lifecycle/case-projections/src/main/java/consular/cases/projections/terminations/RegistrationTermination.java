package consular.cases.projections.terminations;

import consular.cases.domain.registration.TerminationKind;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A registration whose year under INA 203(g) runs or has passed. Dates are post-local.
 *
 * @param post the code of the post
 * @param applicantId the principal, whose registration it is
 * @param kind TERM_A for failing to apply, TERM_B for presenting no evidence
 * @param anchor the day the year is reckoned from
 * @param terminateFrom the first day on which it may be, or could have been, terminated
 * @param terminatedOn null while it has not been
 * @param reinstateBy the last day for reinstatement by 22 CFR 42.83(c); that of the year that runs, until terminated
 */
public record RegistrationTermination(
        UUID caseId,
        String caseNumber,
        String post,
        String applicantId,
        TerminationKind kind,
        LocalDate anchor,
        LocalDate terminateFrom,
        RegistrationState state,
        @Nullable LocalDate terminatedOn,
        LocalDate reinstateBy) {}
