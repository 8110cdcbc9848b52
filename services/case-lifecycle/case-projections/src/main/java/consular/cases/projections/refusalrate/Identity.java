package consular.cases.projections.refusalrate;

import consular.cases.domain.Applicant;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.Person;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/** Tells people apart across cases by a digest of name, birth and nationality, so that no list holds a name. */
final class Identity {
    private Identity() {}

    /** Whoever was erased is nobody else any more. */
    static String of(Applicant applicant, CaseFile file) {
        return file.personal().isErased(applicant.applicantId())
                ? ofErased(file.caseId(), applicant.applicantId())
                : of(applicant.person());
    }

    static String ofErased(CaseId caseId, ApplicantId applicantId) {
        return digest(caseId + "\n" + applicantId);
    }

    private static String of(Person person) {
        return digest(String.join(
                "\n",
                person.familyName().strip().toUpperCase(Locale.ROOT),
                person.givenName().strip().toUpperCase(Locale.ROOT),
                String.valueOf(person.dateOfBirth()),
                person.nationality()));
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
