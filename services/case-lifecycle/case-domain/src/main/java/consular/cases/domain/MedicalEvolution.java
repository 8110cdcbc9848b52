package consular.cases.domain;

import consular.cases.domain.CaseEvent.MedicalResultRecorded;
import consular.cases.domain.CaseEvent.MedicallyDeferred;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.EventByTime.MedicalDeferralEnded;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.refusals.DeferralState;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.registration.Termination;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

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
                                        stamp.effectiveAt(),
                                        stamp.causeByPerson(refusal.cause().zone()))
                                : finding)));
    }

    /**
     * Whatever it shows, nothing is awaited any more. It meets a deferral only on its last day or before, by the day on which it
     * came and not by that of its entry.
     */
    static CaseFile resulted(CaseFile file, MedicalResultRecorded event, Stamp stamp) {
        return findings(
                ApplicationEvolution.received(file, event.applicantId(), event.findings(), List.of(), stamp),
                event.applicantId(),
                it -> it.isActive() ? resulted(it, file, stamp) : it);
    }

    private static Finding resulted(Finding finding, CaseFile file, Stamp stamp) {
        return isOver(finding, stamp)
                ? overtaken(finding, file.registration().termination())
                : finding.endDeferral(DeferralState.ANSWERED);
    }

    static CaseFile ended(CaseFile file, MedicalDeferralEnded event) {
        return findings(
                file,
                event.applicantId(),
                it -> it.findingId().equals(event.findingId()) ? it.endDeferral(DeferralState.ENDED) : it);
    }

    /** Whose last day passed while the registration was terminated, of that nothing is said afterwards. */
    static CaseFile reinstated(CaseFile file, Stamp stamp) {
        var termination = file.registration().termination();
        return file.mapApplicants(applicant -> applicant.mapRefusals(refusal ->
                refusal.mapFindings(finding -> isOver(finding, stamp) ? overtaken(finding, termination) : finding)));
    }

    private static boolean isOver(Finding finding, Stamp stamp) {
        var deferral = finding.deferral();
        return deferral != null && deferral.until().isBefore(deferral.cause().dayOf(stamp.effectiveAt()));
    }

    /** A termination that came after its last day took nothing from it: it had ended, be that entered late. */
    private static Finding overtaken(Finding finding, @Nullable Termination termination) {
        var deferral = finding.deferral();
        return deferral != null
                        && termination != null
                        && !deferral.cause().dayOf(termination.terminatedAt()).isAfter(deferral.until())
                ? finding.endDeferral(DeferralState.OVERTAKEN)
                : finding;
    }

    private static CaseFile findings(CaseFile file, ApplicantId applicantId, UnaryOperator<Finding> change) {
        return file.mapApplicant(applicantId, it -> it.mapRefusals(refusal -> refusal.mapFindings(change)));
    }
}
