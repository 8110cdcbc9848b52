package consular.cases.projections.decisionsdue;

import consular.cases.domain.ApplicationState;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An application that awaits a decision. Dates are post-local.
 *
 * @param post the code of the post
 * @param state UNDECIDED or REOPENED
 * @param executedOn the day on which the application was first executed
 * @param decisionDue the last day in time
 * @param overdue whether that day is over at the post at the moment of asking
 */
public record DecisionDue(
        UUID caseId,
        String caseNumber,
        String post,
        String applicantId,
        ApplicationState state,
        LocalDate executedOn,
        LocalDate decisionDue,
        boolean overdue) {}
