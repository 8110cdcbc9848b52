package consular.cases.domain;

import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.FindingKind;
import consular.cases.domain.refusals.FindingStatus;
import java.util.Optional;

/** What was found again on a ground on which it stood: one finding is SUPERSEDED, another takes its place. */
final class FoundAnew {
    private FoundAnew() {}

    /** The next finding on the same ground: of one that is SUPERSEDED on its own ground, what took its place. */
    static Optional<Finding> after(Finding finding, Applicant applicant) {
        return applicant
                .findings()
                .dropWhile(other -> !other.findingId().equals(finding.findingId()))
                .skip(1)
                .filter(later -> isOnOneGround(later, finding))
                .findFirst();
    }

    /** Whether a finding took the place of one on the same ground. */
    static boolean is(Finding finding, Applicant applicant) {
        return finding.kind() == FindingKind.SUBSTANTIVE
                && applicant
                        .findings()
                        .takeWhile(other -> !other.findingId().equals(finding.findingId()))
                        .filter(earlier -> isOnOneGround(earlier, finding))
                        .reduce((_, later) -> later)
                        .filter(before -> before.status() == FindingStatus.SUPERSEDED)
                        .isPresent();
    }

    private static boolean isOnOneGround(Finding one, Finding other) {
        return one.entered().ground().equals(other.entered().ground());
    }
}
