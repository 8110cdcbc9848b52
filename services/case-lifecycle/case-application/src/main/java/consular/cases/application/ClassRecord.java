package consular.cases.application;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.Person;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.refusals.ClassMessage;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.Refusal;
import consular.cases.domain.refusals.RefusalId;
import java.time.LocalDate;
import java.util.List;

/**
 * What CLASS is told: to enter a refusal, or to delete the entry. Personal data; no facts, classified or not.
 *
 * @param entryId the same whenever the message is given again, and never that of another
 * @param grounds the provisions of INA 212(a)
 */
public record ClassRecord(
        String entryId,
        ClassMessage message,
        Kind kind,
        CaseId caseId,
        String caseNumber,
        PostCode post,
        RefusalId refusalId,
        LocalDate refusedOn,
        List<String> grounds,
        String familyName,
        String givenName,
        LocalDate dateOfBirth,
        String nationality) {

    public ClassRecord {
        grounds = List.copyOf(grounds);
    }

    /** On what an entry rests. */
    public enum Kind {
        /** A formal refusal on INA 212(a), and nothing less (9 FAM 403.10-2(A)b). */
        HARD
    }

    static ClassRecord of(CaseFile file, Refusal refusal, ClassMessage message) {
        Person person = file.applicant(refusal.applicantId()).orElseThrow().person();
        return new ClassRecord(
                "%s-%s-%s".formatted(file.caseId(), refusal.refusalId(), message),
                message,
                Kind.HARD,
                file.caseId(),
                file.caseNumber(),
                file.post(),
                refusal.refusalId(),
                refusal.refusedOn(),
                refusal.findings().stream()
                        .filter(Finding::is212a)
                        .map(finding -> finding.entered().ground())
                        .distinct()
                        .toList(),
                person.familyName(),
                person.givenName(),
                person.dateOfBirth(),
                person.nationality());
    }
}
