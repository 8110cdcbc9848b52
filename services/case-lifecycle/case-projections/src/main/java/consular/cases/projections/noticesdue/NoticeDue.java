package consular.cases.projections.noticesdue;

import consular.cases.domain.refusals.NoticeState;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A refusal of which the applicant is still to be told. Dates are post-local.
 *
 * @param post the code of the post where the case is
 * @param dueOn the day of the refusal, unless a target of working days was set
 * @param alarmOn the third working day after it, on which the alarm goes off
 * @param state DUE or ORAL_GIVEN
 * @param written whether the notice in writing has been issued; then word of mouth is what is due
 * @param overdue whether the alarm has gone off, as the case has recorded it
 */
public record NoticeDue(
        UUID caseId,
        String caseNumber,
        String post,
        String applicantId,
        String refusalId,
        LocalDate refusedOn,
        LocalDate dueOn,
        LocalDate alarmOn,
        NoticeState state,
        boolean written,
        boolean overdue) {}
