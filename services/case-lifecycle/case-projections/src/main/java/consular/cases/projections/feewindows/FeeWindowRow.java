package consular.cases.projections.feewindows;

import consular.cases.domain.Applicant;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.FeeWindowClock;
import consular.cases.domain.refusals.FindingStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A fee window as it is stored.
 *
 * @param covered whether the end of the window no longer matters
 * @param lapsesAt the first instant, at the post, after the last day; null when it does not lapse as things stand
 */
record FeeWindowRow(
        String caseId,
        String caseNumber,
        String post,
        String applicantId,
        String refusalId,
        String findingId,
        String ground,
        LocalDate refusedOn,
        LocalDate feeWindowEnd,
        FindingStatus findingStatus,
        boolean covered,
        @Nullable Instant lapsesAt) {

    static List<FeeWindowRow> of(CaseFile file) {
        return file.applicants().stream()
                .flatMap(applicant -> FeeWindowClock.of(file, applicant).map(clock -> of(file, applicant, clock)))
                .toList();
    }

    private static FeeWindowRow of(CaseFile file, Applicant applicant, FeeWindowClock clock) {
        var finding = clock.finding();
        return new FeeWindowRow(
                file.caseId().toString(),
                file.caseNumber(),
                file.post().value(),
                applicant.applicantId().value(),
                clock.refusal().refusalId().value(),
                finding.findingId().value(),
                finding.entered().ground(),
                finding.refusedOn(),
                clock.end(),
                finding.status(),
                clock.isCovered(),
                clock.isCovered() || clock.waits() ? null : clock.closesAt());
    }
}
