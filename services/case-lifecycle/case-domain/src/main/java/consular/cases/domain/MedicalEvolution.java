package consular.cases.domain;

import consular.cases.domain.CaseEvent.MedicalResultRecorded;
import consular.cases.domain.CaseEvent.MedicallyDeferred;
import consular.cases.domain.CaseState.CaseFile;
import java.util.List;

/** How medical deferrals and their results change the findings. */
final class MedicalEvolution {
    private MedicalEvolution() {}

    static CaseFile deferred(CaseFile file, MedicallyDeferred event, Stamp stamp) {
        return file.mapApplicant(
                event.applicantId(),
                it -> it.mapRefusals(refusal ->
                        refusal.mapFindings(finding -> finding.findingId().equals(event.findingId())
                                ? finding.defer(event.until(), refusal.cause().dayOf(stamp.effectiveAt()))
                                : finding)));
    }

    static CaseFile resulted(CaseFile file, MedicalResultRecorded event, Stamp stamp) {
        return ApplicationEvolution.received(file, event.applicantId(), event.findings(), List.of(), stamp);
    }
}
