package consular.cases.domain;

import consular.cases.domain.CaseEvent.MedicalResultRecorded;
import consular.cases.domain.CaseEvent.MedicallyDeferred;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.EventByTime.MedicalDeferralEnded;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.refusals.DeferralState;
import consular.cases.domain.refusals.Finding;
import java.util.List;
import java.util.function.UnaryOperator;

/** How medical deferrals, their ends and their results change the findings. */
final class MedicalEvolution {
    private MedicalEvolution() {}

    static CaseFile deferred(CaseFile file, MedicallyDeferred event, Stamp stamp) {
        return file.mapApplicant(
                event.applicantId(),
                it -> it.mapRefusals(refusal ->
                        refusal.mapFindings(finding -> finding.findingId().equals(event.findingId())
                                ? finding.defer(
                                        event.until(),
                                        refusal.cause().dayOf(stamp.effectiveAt()),
                                        stamp.causeByPerson(refusal.cause().zone()))
                                : finding)));
    }

    /** Whatever it shows, nothing is awaited any more. */
    static CaseFile resulted(CaseFile file, MedicalResultRecorded event, Stamp stamp) {
        return findings(
                ApplicationEvolution.received(file, event.applicantId(), event.findings(), List.of(), stamp),
                event.applicantId(),
                it -> it.isActive() ? it.endDeferral(DeferralState.ANSWERED) : it);
    }

    static CaseFile ended(CaseFile file, MedicalDeferralEnded event) {
        return findings(
                file,
                event.applicantId(),
                it -> it.findingId().equals(event.findingId()) ? it.endDeferral(DeferralState.ENDED) : it);
    }

    /** Whose last day passed while the registration was terminated, of that nothing is said afterwards. */
    static CaseFile reinstated(CaseFile file, Stamp stamp) {
        return file.mapApplicants(applicant -> applicant.mapRefusals(refusal -> refusal.mapFindings(finding -> {
            var deferral = finding.deferral();
            return deferral != null
                            && deferral.until().isBefore(deferral.cause().dayOf(stamp.effectiveAt()))
                    ? finding.endDeferral(DeferralState.OVERTAKEN)
                    : finding;
        })));
    }

    private static CaseFile findings(CaseFile file, ApplicantId applicantId, UnaryOperator<Finding> change) {
        return file.mapApplicant(applicantId, it -> it.mapRefusals(refusal -> refusal.mapFindings(change)));
    }
}
