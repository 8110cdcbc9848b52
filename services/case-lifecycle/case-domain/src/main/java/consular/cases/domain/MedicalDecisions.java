package consular.cases.domain;

import static consular.cases.domain.law.RejectionCode.DEFERRAL_NEEDS_221G;
import static consular.cases.domain.law.Rule.*;

import consular.cases.domain.CaseCommand.DeferMedically;
import consular.cases.domain.CaseCommand.RecordMedicalResult;
import consular.cases.domain.CaseEvent.MedicalResultRecorded;
import consular.cases.domain.CaseEvent.MedicallyDeferred;
import consular.cases.domain.ineligibility.RefusalReason;
import consular.cases.domain.refusals.Finding;
import java.util.List;

/**
 * Deferring an applicant who lacks tests that take their time, and what the tests show. The duty to decide binds here
 * too: who is deferred stands refused under 221(g).
 */
final class MedicalDecisions {
    private MedicalDecisions() {}

    static Decision defer(DeferMedically command, Act act) {
        var applicant = act.file().applicant(command.applicantId()).orElseThrow();
        return DeferralDecisions.asksUnder221g(applicant, command.findingId())
                ? act.record(
                                new MedicallyDeferred(command.applicantId(), command.findingId(), command.until()),
                                MEDICAL_DEFERRAL_NEEDS_A_REFUSAL,
                                DEFERRED_CASES_ARE_REFUSED_FIRST)
                        .accepted()
                : DeferralDecisions.refuseFirst(MEDICAL_DEFERRAL_NEEDS_A_REFUSAL);
    }

    /** Records only: whether the finding is overcome, or another takes its place, the officer decides. */
    static Decision result(RecordMedicalResult command, Act act) {
        var applicant = act.file().applicant(command.applicantId()).orElseThrow();
        var awaiting =
                applicant.activeFindings().filter(MedicalDecisions::isMedical).toList();
        if (awaiting.isEmpty()) {
            return Act.reject(
                    DEFERRAL_NEEDS_221G, "nothing that stands against the applicant waits for a medical result");
        }
        return switch (command.result()) {
            case CLEARED ->
                act.record(
                                result(command, applicant, awaiting, act),
                                FAMILY_WAITS_FOR_TUBERCULOSIS_TESTS,
                                OVERCOME_BY_EVIDENCE_OR_PROCESSING,
                                ONE_YEAR_TO_OVERCOME,
                                NO_NEW_FEE_WITHIN_A_YEAR)
                        .accepted();
            case POSITIVE ->
                act.record(
                                result(command, applicant, List.of(), act),
                                FAMILY_WAITS_FOR_TUBERCULOSIS_TESTS,
                                SUBSTANTIVE_FINDING_IS_A_NEW_REFUSAL)
                        .accepted();
        };
    }

    private static MedicalResultRecorded result(
            RecordMedicalResult command, Applicant applicant, List<Finding> findings, Act act) {
        return new MedicalResultRecorded(
                command.applicantId(),
                command.result(),
                act.day(),
                findings.stream()
                        .map(finding -> OvercomingDecisions.received(applicant, finding, act))
                        .toList());
    }

    /** Whether a medical result speaks to the finding: it was deferred for one, asks for one, or rests on one. */
    private static boolean isMedical(Finding finding) {
        return finding.deferral() != null
                || RefusalReason.MEDICAL_EXAM
                        .shortForm()
                        .equals(finding.entered().annotation())
                || finding.entered().ground().startsWith("212(a)(1)");
    }
}
