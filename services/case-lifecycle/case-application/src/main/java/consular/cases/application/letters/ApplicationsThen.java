package consular.cases.application.letters;

import consular.cases.domain.Applicant;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.UntoldEnds;
import consular.cases.domain.refusals.NoticeState;
import consular.cases.domain.refusals.Refusal;
import consular.cases.letters.facts.ApplicationThen;

/** What is so of an application when a refusal of it, or a reversal, is told. */
final class ApplicationsThen {
    private ApplicationsThen() {}

    /**
     * What a letter tells of the application.
     *
     * @param applicant as of {@code then}
     * @param then the case when the letter was given
     * @param now the case as it is, since the Department's instructions hold for what was given before as well
     */
    static ApplicationThen of(Applicant applicant, CaseFile then, CaseFile now) {
        return switch (applicant.state()) {
            case REGISTERED, UNDECIDED, REOPENED ->
                hasUntoldEnd(applicant, now)
                        ? unlessTerminated(then, ApplicationThen.UNTOLD, ApplicationThen.UNTOLD)
                        : unlessTerminated(then, ApplicationThen.OPEN, ApplicationThen.AWAITS_REINSTATEMENT);
            case REFUSED ->
                unlessTerminated(
                        then,
                        mayTellOfRefusal(applicant, now) ? ApplicationThen.REFUSED : ApplicationThen.UNTOLD,
                        ApplicationThen.REFUSED_WITHOUT_REGISTRATION);
            case ISSUED -> ApplicationThen.ISSUED;
            case LAPSED -> ApplicationThen.LAPSED;
            case WITHDRAWN -> ApplicationThen.WITHDRAWN;
            case DISCONTINUED -> ApplicationThen.UNTOLD;
        };
    }

    /** Where an end must not be told, be it that of another refusal, that the application is open again would tell it. */
    private static boolean hasUntoldEnd(Applicant applicant, CaseFile now) {
        return applicant.findings().anyMatch(finding -> UntoldEnds.isUntold(finding, applicant, now));
    }

    /** Nobody is told to have a registration reinstated that cannot be any more. */
    private static ApplicationThen unlessTerminated(
            CaseFile then, ApplicationThen registered, ApplicationThen terminated) {
        var termination = then.registration().termination();
        if (termination == null) {
            return registered;
        }
        return termination.windowClosed() ? ApplicationThen.REGISTRATION_ENDED : terminated;
    }

    private static boolean mayTellOfRefusal(Applicant applicant, CaseFile now) {
        return applicant.refusals().stream()
                .filter(Refusal::hasActiveFinding)
                .flatMap(refusal -> now.refusal(refusal.refusalId()).stream())
                .anyMatch(refusal -> refusal.notice().state() != NoticeState.SUPPRESSED);
    }
}
