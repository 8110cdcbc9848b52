package consular.cases.domain;

import static consular.cases.domain.law.RejectionCode.BAD_STATE;
import static consular.cases.domain.law.RejectionCode.MUST_REFUSE;
import static consular.cases.domain.law.Rule.DISCONTINUED_UNDER_AN_ORDER;
import static consular.cases.domain.law.Rule.NO_NEW_FEE_AFTER_A_SANCTION;

import consular.cases.domain.CaseCommand.DiscontinueGrant;
import consular.cases.domain.CaseCommand.LiftSanction;
import consular.cases.domain.CaseEvent.ApplicationReopened;
import consular.cases.domain.CaseEvent.GrantDiscontinued;
import consular.cases.domain.CaseEvent.SanctionLifted;
import consular.cases.domain.CaseState.CaseFile;
import java.time.Instant;

/**
 * Discontinuing the grant of visas under INA 243(d). The order is on the case; it takes every application that awaits a
 * decision. Who is ineligible otherwise is refused and not discontinued, so an application made later is first looked at,
 * and then refused, or discontinued under the same order.
 */
final class SanctionDecisions {
    private SanctionDecisions() {}

    static Decision discontinue(DiscontinueGrant command, Act act) {
        var file = act.file();
        if (!act.law().grantMayBeDiscontinued()) {
            return Act.reject(BAD_STATE, "before 22 April 2019 an application ended in issue or refusal only");
        }
        var standing = file.order();
        if (standing != null && !standing.equals(command.orderId())) {
            return Act.reject(BAD_STATE, "another order stands on the case");
        }
        var awaiting = file.applicants().stream()
                .filter(it -> it.state().awaitsDecision())
                .map(Applicant::applicantId)
                .toList();
        if (awaiting.isEmpty()) {
            if (file.applicants().stream().anyMatch(Applicant::hasActiveFinding)) {
                return Act.reject(MUST_REFUSE, "who is ineligible otherwise stays refused");
            }
            if (standing != null || !isAnyoneToApply(act)) {
                return Act.reject(BAD_STATE, "no application awaits a decision");
            }
        }
        return act.record(new GrantDiscontinued(command.orderId(), act.day(), awaiting), DISCONTINUED_UNDER_AN_ORDER)
                .accepted();
    }

    private static boolean isAnyoneToApply(Act act) {
        return act.file().applicants().stream().anyMatch(it -> it.state() == ApplicationState.REGISTERED);
    }

    static CaseFile discontinued(CaseFile file, GrantDiscontinued event, Instant at) {
        var next = file.withOrder(event.orderId());
        for (var applicantId : event.applicantIds()) {
            next = next.mapApplicant(applicantId, it -> it.discontinue(at));
        }
        return next;
    }

    static Decision lift(LiftSanction command, Act act) {
        if (!command.orderId().equals(act.file().order())) {
            return Act.reject(BAD_STATE, "no such order stands on the case");
        }
        act.record(
                new SanctionLifted(command.orderId(), act.day()),
                DISCONTINUED_UNDER_AN_ORDER,
                NO_NEW_FEE_AFTER_A_SANCTION);
        for (var applicant : act.file().applicants()) {
            if (applicant.state() == ApplicationState.DISCONTINUED) {
                act.record(
                        new ApplicationReopened(
                                applicant.applicantId(),
                                act.day(),
                                ApplicationDecisions.decisionDue(act.post(), act.day())),
                        NO_NEW_FEE_AFTER_A_SANCTION,
                        ApplicationDecisions.limitRule(act.post()));
            }
        }
        return act.accepted();
    }
}
