package consular.cases.application;

import consular.cases.domain.people.ApplicantId;
import consular.cases.domain.people.CaseId;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Under which identities the log keeps the keys of persons: made of their stream and their place in it, and of no name. */
final class Persons {
    private static final String THE_CASE = "case";
    private static final String THE_INQUIRER = "inquirer";
    private static final String APPLICANT = "applicant ";

    private Persons() {}

    static UUID applicant(String streamId, String applicantId) {
        return of(streamId, APPLICANT + applicantId);
    }

    static UUID applicant(CaseId caseId, ApplicantId applicantId) {
        return applicant(caseId.toString(), applicantId.value());
    }

    /** Whom the texts of a case itself are kept under. */
    static UUID theCase(String streamId) {
        return of(streamId, THE_CASE);
    }

    static UUID theInquirer(String streamId) {
        return of(streamId, THE_INQUIRER);
    }

    private static UUID of(String streamId, String part) {
        return UUID.nameUUIDFromBytes((streamId + '\n' + part).getBytes(StandardCharsets.UTF_8));
    }
}
