package consular.cases.projections.classoutbox;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.refusals.Refusal;
import java.time.LocalDate;
import java.util.List;

/**
 * A case with something unsent.
 *
 * @param refusedOn of the oldest refusal that has
 */
record WaitingRow(String caseId, String post, LocalDate refusedOn) {

    static List<WaitingRow> of(CaseFile file) {
        return file
                .refusals()
                .filter(refusal -> refusal.classEntry().unsent().isPresent())
                .map(Refusal::refusedOn)
                .min(LocalDate::compareTo)
                .map(oldest ->
                        new WaitingRow(file.caseId().toString(), file.post().value(), oldest))
                .stream()
                .toList();
    }
}
