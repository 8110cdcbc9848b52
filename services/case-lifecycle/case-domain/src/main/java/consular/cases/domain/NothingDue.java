package consular.cases.domain;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.law.Alarms;
import consular.cases.domain.law.Cause;
import consular.cases.domain.lists.Lists;
import consular.cases.domain.opinions.AdvisoryOpinion;
import consular.cases.domain.refusals.DeferralState;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.Notice;
import consular.cases.domain.refusals.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A quick way to know that no clock of a case fires by an instant. It looks at the days alone before which none can, and
 * derives neither a clock nor its reasons. It may be in doubt where nothing fires; it is never sure where something does.
 */
final class NothingDue {
    /** Where each day begins first. */
    private static final ZoneOffset EARLIEST = ZoneOffset.ofHours(14);

    private final CaseFile file;
    private final Alarms alarms;
    private final Instant at;
    /** The last day that has begun anywhere on earth. */
    private final LocalDate begun;

    private NothingDue(CaseFile file, Alarms alarms, Instant at) {
        this.file = file;
        this.alarms = alarms;
        this.at = at;
        this.begun = LocalDate.ofInstant(at, EARLIEST);
    }

    /** Whether it is sure that nothing fires by {@code at}. */
    static boolean by(Instant at, CaseFile file, Alarms alarms) {
        return new NothingDue(file, alarms, at).isSure();
    }

    private boolean isSure() {
        if (mayApplyingOrReinstatementEnd()) {
            return false;
        }
        return !Lists.any(file.applicants(), this::mayFire) && !Lists.any(file.opinions(), this::mayFire);
    }

    private boolean mayFire(AdvisoryOpinion opinion) {
        return opinion.isOpen()
                && !opinion.followUpOn().isAfter(begun)
                && isOver(opinion.followUpOn().minusDays(1), opinion.cause());
    }

    private boolean mayApplyingOrReinstatementEnd() {
        var registration = file.registration();
        var termination = registration.termination();
        if (termination != null) {
            return !termination.windowClosed() && isOver(termination.lastDayToReinstate(), termination.cause());
        }
        var availability = registration.availability();
        return availability != null
                && registration.appliedAt() == null
                && mayWarn(availability.terminateFrom(), availability.cause());
    }

    private boolean mayFire(Applicant applicant) {
        var decision = applicant.decision();
        if (decision != null
                && !decision.overdue()
                && applicant.state().awaitsDecision()
                && isOver(decision.due(), decision.cause())) {
            return true;
        }
        return Lists.any(
                applicant.refusals(),
                refusal -> mayFire(refusal.notice(), refusal.cause())
                        || mayReviewBeOverdue(refusal)
                        || Lists.any(refusal.findings(), this::mayDeferralEnd)
                        || (mayAnyYearEnd(refusal, applicant) && refusal.hasActiveFinding()));
    }

    private boolean mayFire(Notice notice, Cause cause) {
        return notice.settledOn() == null
                && !notice.overdue()
                && notice.dueOn().isBefore(begun)
                && isOver(lastDayBeforeAlarm(notice), cause);
    }

    /** A working day is a day at least. */
    private LocalDate lastDayBeforeAlarm(Notice notice) {
        var fixed = notice.alarmOn();
        return fixed == null ? notice.dueOn().plusDays(alarms.noticeWorkingDays() - 1L) : fixed.minusDays(1);
    }

    private boolean mayDeferralEnd(Finding finding) {
        var deferral = finding.deferral();
        return deferral != null
                && deferral.state() == DeferralState.STANDING
                && finding.isActive()
                && isOver(deferral.until(), deferral.cause());
    }

    private boolean mayReviewBeOverdue(Refusal refusal) {
        var review = refusal.review();
        return review.overdueSince() == null
                && !review.state().isClosed()
                && isOver(review.deadline(), refusal.cause());
    }

    /** The years of fee, documents, lapse and evidence. */
    private boolean mayAnyYearEnd(Refusal refusal, Applicant applicant) {
        var consentRefusal = refusal.custody().consentRefusal();
        if (consentRefusal != null && isOver(refusal.custody().consentRefusedOn(), consentRefusal)) {
            return true;
        }
        return Lists.any(
                refusal.findings(),
                finding -> isOver(finding.entered().feeWindowEnd(), refusal.cause())
                        || mayTerminate(finding, refusal, applicant));
    }

    private boolean mayTerminate(Finding finding, Refusal refusal, Applicant applicant) {
        var from = finding.terminateFrom();
        return from != null
                && applicant.isPrincipal()
                && finding.isActive()
                && !file.registration().isTerminated()
                && mayWarn(from, TerminationClock.causeOf(finding, refusal));
    }

    /** The first warning of a clock is what comes of it first. */
    private boolean mayWarn(LocalDate terminateFrom, Cause cause) {
        return isOver(
                terminateFrom.minusDays(2L + alarms.terminationWarningDays().getFirst()), cause);
    }

    /** Whether a day is over where a clock is reckoned. */
    private boolean isOver(@Nullable LocalDate day, Cause cause) {
        return day != null
                && day.isBefore(begun)
                && !cause.startOf(day.plusDays(1)).isAfter(at);
    }
}
