package consular.cases.application;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.Person;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.privacy.ErasedText;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent.LookoutEntered;
import consular.cases.domain.quasirefusals.QuasiRefusalId;
import consular.cases.domain.refusals.ClassMessage;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.refusals.Refusal;
import consular.cases.domain.refusals.RefusalId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What CLASS is told: to make an entry, or to delete it. Personal data; no facts, classified or not. No entry is made of a person who
 * was erased before; what CLASS may have of that person is deleted by the refusal alone, and the request says for names and nationality
 * that they are not kept, and for the date of birth null.
 */
public sealed interface ClassRecord {
    /** The same whenever the message is given again, and never that of another. */
    String entryId();

    /** Whether the entry is to be made or deleted. */
    ClassMessage message();

    /** On what the entry rests; each kind has its own members. */
    Kind kind();

    /** On what an entry rests. */
    enum Kind {
        /** A formal refusal on INA 212(a), and nothing less (9 FAM 403.10-2(A)b). */
        HARD,
        /** A quasi-refusal, for which a lookout was decided on. */
        QUASI
    }

    /**
     * The entry of a refusal.
     *
     * @param post the one that refused, wherever the case is now
     * @param grounds the provisions of INA 212(a)
     */
    record OfRefusal(
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
            @Nullable LocalDate dateOfBirth,
            String nationality)
            implements ClassRecord {
        public OfRefusal {
            grounds = List.copyOf(grounds);
        }
    }

    /**
     * The entry of a quasi-refusal, which nothing asks to delete, not even an erasure.
     *
     * @param grounds the provision of which the person was told
     */
    record OfQuasiRefusal(
            String entryId,
            ClassMessage message,
            Kind kind,
            QuasiRefusalId quasiRefusalId,
            PostCode post,
            LocalDate enteredOn,
            List<String> grounds,
            String familyName,
            String givenName,
            @Nullable LocalDate dateOfBirth,
            String nationality)
            implements ClassRecord {
        public OfQuasiRefusal {
            grounds = List.copyOf(grounds);
        }
    }

    /** What is said of a refusal. */
    static ClassRecord of(CaseFile file, Refusal refusal, ClassMessage message) {
        var person = person(file, refusal.applicantId());
        return new OfRefusal(
                "%s-%s-%s".formatted(file.caseId(), refusal.refusalId(), message),
                message,
                Kind.HARD,
                file.caseId(),
                file.caseNumber(),
                refusal.post(),
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

    /** The key of whoever was erased may be there for a moment still. */
    private static Person person(CaseFile file, ApplicantId applicantId) {
        var person = file.applicant(applicantId).orElseThrow().person();
        return file.personal().isErased(applicantId)
                ? new Person(
                        applicantId, person.role(), ErasedText.STAND_IN, ErasedText.STAND_IN, null, ErasedText.STAND_IN)
                : person;
    }

    /** What is said of a lookout. */
    static ClassRecord of(LookoutEntered lookout) {
        var person = lookout.person();
        return new OfQuasiRefusal(
                "%s-%s".formatted(lookout.quasiRefusalId(), ClassMessage.ENTRY),
                ClassMessage.ENTRY,
                Kind.QUASI,
                lookout.quasiRefusalId(),
                lookout.post(),
                lookout.enteredOn(),
                List.of(lookout.ground()),
                person.familyName(),
                person.givenName(),
                person.dateOfBirth(),
                person.nationality());
    }
}
