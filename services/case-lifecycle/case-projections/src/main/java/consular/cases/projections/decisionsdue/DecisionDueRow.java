package consular.cases.projections.decisionsdue;

import consular.cases.domain.Applicant;
import consular.cases.domain.ApplicationState;
import consular.cases.domain.CaseState.CaseFile;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/**
 * A decision that is due as it is stored.
 *
 * @param limitPassesAt the first instant after the last day in time, at the post where it was set
 */
record DecisionDueRow(
        String caseId,
        String caseNumber,
        String post,
        String applicantId,
        ApplicationState state,
        LocalDate executedOn,
        LocalDate decisionDue,
        Instant limitPassesAt) {

    /** None while the registration is terminated, since nobody may decide then. */
    static List<DecisionDueRow> of(CaseFile file) {
        if (file.registration().isTerminated()) {
            return List.of();
        }
        return file.applicants().stream()
                .filter(applicant -> applicant.state().awaitsDecision())
                .flatMap(applicant -> of(file, applicant))
                .toList();
    }

    private static Stream<DecisionDueRow> of(CaseFile file, Applicant applicant) {
        var clock = applicant.decision();
        var executedOn = applicant.executedOn();
        if (clock == null || executedOn == null) {
            return Stream.empty();
        }
        return Stream.of(new DecisionDueRow(
                file.caseId().toString(),
                file.caseNumber(),
                file.post().value(),
                applicant.applicantId().value(),
                applicant.state(),
                executedOn,
                clock.due(),
                clock.due().plusDays(1).atStartOfDay(clock.cause().zone()).toInstant()));
    }
}
