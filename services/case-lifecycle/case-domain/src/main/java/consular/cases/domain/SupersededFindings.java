package consular.cases.domain;

import static consular.cases.domain.law.Rule.NO_221G_WHERE_212A_APPLIES;
import static consular.cases.domain.law.Rule.SUBSTANTIVE_FINDING_IS_A_NEW_REFUSAL;

import consular.cases.domain.CaseEvent.FindingsSuperseded;
import consular.cases.domain.ineligibility.Ground;
import consular.cases.domain.lists.Lists;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.FindingKind;
import consular.cases.domain.refusals.Refusal;
import consular.cases.domain.refusals.RefusalId;
import java.util.List;
import java.util.Optional;

/**
 * What a substantive refusal takes the place of: whatever stands under 221(g), and what stands on the very ground that is
 * found anew, so that no ineligibility stands twice on one applicant.
 */
final class SupersededFindings {
    private SupersededFindings() {}

    /** Recorded before the refusal that takes their place, so that at no version do both stand. */
    static void record(Applicant applicant, List<String> grounds, RefusalId by, Act act) {
        var citations = Lists.map(grounds, ground -> new Ground(ground).citation());
        var superseded = applicant
                .activeFindings()
                .filter(finding -> finding.kind().is221g()
                        || citations.contains(finding.entered().ground()))
                .toList();
        if (superseded.isEmpty()) {
            return;
        }
        var event = new FindingsSuperseded(applicant.applicantId(), Lists.map(superseded, Finding::findingId), by);
        if (Lists.any(superseded, finding -> finding.kind().is221g())) {
            act.record(event, SUBSTANTIVE_FINDING_IS_A_NEW_REFUSAL, NO_221G_WHERE_212A_APPLIES);
        } else {
            act.record(event, SUBSTANTIVE_FINDING_IS_A_NEW_REFUSAL);
        }
    }

    /** The refusal that took the place of a finding: the next substantive one that takes the place of such. */
    static Optional<Refusal> replacement(Finding superseded, Applicant applicant) {
        return applicant.refusals().stream()
                .dropWhile(refusal -> !refusal.made(superseded.findingId()))
                .skip(1)
                .filter(later -> Lists.any(later.findings(), finding -> takesThePlaceOf(superseded, finding)))
                .findFirst();
    }

    private static boolean takesThePlaceOf(Finding superseded, Finding later) {
        return later.kind() == FindingKind.SUBSTANTIVE
                && (superseded.kind().is221g()
                        || later.entered().ground().equals(superseded.entered().ground()));
    }
}
