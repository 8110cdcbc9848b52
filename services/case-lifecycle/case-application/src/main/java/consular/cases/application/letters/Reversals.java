package consular.cases.application.letters;

import consular.cases.domain.Applicant;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.refusals.NoticeState;
import consular.cases.domain.refusals.Refusal;
import consular.cases.letters.facts.AfterReversal;

/** What a reversal leaves of the application: it may be open again, and it may not. */
final class Reversals {
    private Reversals() {}

    /**
     * What the letter of a reversal tells of the application.
     *
     * @param then the case when the letter was given
     * @param now the case as it is, since the Department's instructions hold for what was given before as well
     */
    static AfterReversal after(ApplicantId applicantId, CaseFile then, CaseFile now) {
        var applicant = then.applicant(applicantId).orElseThrow();
        return switch (applicant.state()) {
            case REGISTERED, UNDECIDED, REOPENED -> openOrEnded(then);
            case REFUSED -> mayTellOfRefusal(applicant, now) ? AfterReversal.REFUSED : AfterReversal.UNTOLD;
            case ISSUED -> AfterReversal.ISSUED;
            case LAPSED, WITHDRAWN -> AfterReversal.ENDED;
            case DISCONTINUED -> AfterReversal.UNTOLD;
        };
    }

    /** Nobody is told to have a registration reinstated that cannot be any more. */
    private static AfterReversal openOrEnded(CaseFile then) {
        var termination = then.registration().termination();
        if (termination == null) {
            return AfterReversal.OPEN;
        }
        return termination.windowClosed() ? AfterReversal.REGISTRATION_ENDED : AfterReversal.AWAITS_REINSTATEMENT;
    }

    private static boolean mayTellOfRefusal(Applicant applicant, CaseFile now) {
        return applicant.refusals().stream()
                .filter(Refusal::hasActiveFinding)
                .flatMap(refusal -> now.refusal(refusal.refusalId()).stream())
                .anyMatch(refusal -> refusal.notice().state() != NoticeState.SUPPRESSED);
    }
}
