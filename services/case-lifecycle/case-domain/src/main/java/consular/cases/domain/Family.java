package consular.cases.domain;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.FindingKind;
import java.util.HashSet;
import java.util.Set;

/**
 * Who in a family waits for whom. A member stands in the way of others while refused on a finding of his or her own, or
 * while waiting for somebody who does; so does for good a principal who has withdrawn. So nobody waits only for somebody who waits back, whatever was elected.
 */
final class Family {
    private Family() {}

    /** Whether the members of a case follow one another; those of a nonimmigrant case are decided each alone. */
    static boolean isDecidedTogether(CaseFile file) {
        return switch (file.category()) {
            case IMMIGRANT -> true;
            case NONIMMIGRANT -> false;
        };
    }

    /** Whether the finding says that its applicant waits for another member. */
    static boolean isFollowing(Finding finding) {
        return finding.kind() == FindingKind.FOLLOWS_FAMILY;
    }

    static boolean isFollowing(Finding finding, ApplicantId blocking) {
        return isFollowing(finding) && blocking.equals(finding.entered().followsApplicantId());
    }

    /** The members for whom others wait, or would wait with reason. */
    static Set<ApplicantId> blocking(CaseFile file) {
        var blocking = new HashSet<ApplicantId>();
        for (var applicant : file.applicants()) {
            if (standsRefusedAlone(applicant)) {
                blocking.add(applicant.applicantId());
            }
        }
        var known = 0;
        while (known < blocking.size()) {
            known = blocking.size();
            for (var applicant : file.applicants()) {
                if (applicant.state() == ApplicationState.REFUSED
                        && applicant.hasActiveFinding(finding -> isHeldBy(finding, blocking))) {
                    blocking.add(applicant.applicantId());
                }
            }
        }
        return blocking;
    }

    /** Whether a finding waits for one of {@code blocking}. */
    static boolean isHeldBy(Finding finding, Set<ApplicantId> blocking) {
        var followed = finding.entered().followsApplicantId();
        return followed != null && blocking.contains(followed);
    }

    private static boolean standsRefusedAlone(Applicant applicant) {
        return switch (applicant.state()) {
            case REFUSED -> applicant.hasActiveFinding(finding -> !isFollowing(finding));
            case WITHDRAWN -> applicant.isPrincipal();
            case REGISTERED, UNDECIDED, REOPENED, ISSUED, DISCONTINUED, LAPSED -> false;
        };
    }
}
