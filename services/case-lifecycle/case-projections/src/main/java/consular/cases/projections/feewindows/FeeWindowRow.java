package consular.cases.projections.feewindows;

import consular.cases.domain.Applicant;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.Refusal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/**
 * A fee window as it is stored.
 *
 * @param lapsesAfter the last day of the applicant's latest window
 * @param covered whether evidence came in time
 * @param lapsed whether the fee had lapsed already when the last finding before was closed
 */
record FeeWindowRow(
        String caseId,
        String caseNumber,
        String post,
        ZoneId zone,
        String applicantId,
        String refusalId,
        String findingId,
        String ground,
        LocalDate refusedOn,
        LocalDate feeWindowEnd,
        LocalDate lapsesAfter,
        boolean covered,
        boolean lapsed) {

    static List<FeeWindowRow> of(CaseFile file) {
        return file.applicants().stream()
                .flatMap(applicant -> applicant.feeWindowEnd().stream()
                        .flatMap(lapsesAfter -> ofApplicant(file, applicant, lapsesAfter)))
                .toList();
    }

    private static Stream<FeeWindowRow> ofApplicant(CaseFile file, Applicant applicant, LocalDate lapsesAfter) {
        var counting = applicant.feeFindings().toList();
        var covered = counting.stream().anyMatch(Finding::hasTimelyEvidence);
        return applicant.refusals().stream()
                .flatMap(refusal -> refusal.findings().stream()
                        .filter(counting::contains)
                        .map(finding -> of(file, applicant, refusal, finding, lapsesAfter, covered)));
    }

    private static FeeWindowRow of(
            CaseFile file,
            Applicant applicant,
            Refusal refusal,
            Finding finding,
            LocalDate lapsesAfter,
            boolean covered) {
        return new FeeWindowRow(
                file.caseId().toString(),
                file.caseNumber(),
                file.post().value(),
                file.zone(),
                applicant.applicantId().value(),
                refusal.refusalId().value(),
                finding.findingId().value(),
                finding.entered().ground(),
                finding.refusedOn(),
                finding.entered().feeWindowEnd(),
                lapsesAfter,
                covered,
                applicant.fee().lapsed());
    }
}
