package consular.cases.projections.refusalrate;

import consular.cases.application.DigestKey;
import consular.cases.domain.Applicant;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.Person;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.springframework.stereotype.Component;

/**
 * Tells people apart across cases by a keyed digest of name, birth and nationality, so that no list holds a name, and nobody without the
 * key can try names and days against it.
 */
@Component
final class Identities {
    private final DigestKey key;

    Identities(DigestKey key) {
        this.key = key;
    }

    /** Whoever was erased is nobody else any more. */
    String of(Applicant applicant, CaseFile file) {
        return file.personal().isErased(applicant.applicantId())
                ? ofErased(file.caseId(), applicant.applicantId())
                : of(applicant.person());
    }

    /** As the migration puts it that took the digests without a key away. */
    static String ofErased(CaseId caseId, ApplicantId applicantId) {
        return caseId + " " + applicantId;
    }

    private String of(Person person) {
        var text = String.join(
                "\n",
                "person",
                person.familyName().strip().toUpperCase(Locale.ROOT),
                person.givenName().strip().toUpperCase(Locale.ROOT),
                String.valueOf(person.dateOfBirth()),
                person.nationality());
        return HexFormat.of().formatHex(key.mac().doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
