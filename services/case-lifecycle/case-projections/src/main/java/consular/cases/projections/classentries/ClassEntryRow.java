package consular.cases.projections.classentries;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.refusals.ClassEntryState;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An entry in CLASS as it is stored.
 *
 * @param grounds one after the other with a space between, which no provision has
 */
record ClassEntryRow(
        String caseId,
        String caseNumber,
        String post,
        String applicantId,
        String refusalId,
        LocalDate refusedOn,
        String grounds,
        ClassEntryState state,
        boolean deletionRequested) {
    private static final String SPACE = " ";

    static List<ClassEntryRow> of(CaseFile file) {
        return file.refusals()
                .filter(refusal -> refusal.classEntry().state() != ClassEntryState.NONE)
                .map(refusal -> of(file, refusal))
                .toList();
    }

    private static ClassEntryRow of(CaseFile file, Refusal refusal) {
        return new ClassEntryRow(
                file.caseId().toString(),
                file.caseNumber(),
                file.post().value(),
                refusal.applicantId().value(),
                refusal.refusalId().value(),
                refusal.refusedOn(),
                refusal.findings().stream()
                        .filter(Finding::is212a)
                        .map(finding -> finding.entered().ground())
                        .distinct()
                        .collect(Collectors.joining(SPACE)),
                refusal.classEntry().state(),
                refusal.classEntry().deletion() != null);
    }

    /** The provisions in a stored text. */
    static List<String> groundsIn(String stored) {
        return List.of(stored.split(SPACE, -1));
    }
}
