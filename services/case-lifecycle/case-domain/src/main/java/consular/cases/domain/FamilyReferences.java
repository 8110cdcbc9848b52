package consular.cases.domain;

import static consular.cases.domain.CommandReferences.malformed;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.people.ApplicantId;
import java.util.List;
import java.util.Optional;

/** Whether an election names members of the case, and others than the one it is about. */
final class FamilyReferences {
    private FamilyReferences() {}

    static Optional<Decision> check(ApplicantId blocked, List<ApplicantId> waiting, CaseFile file) {
        if (file.applicant(blocked).isEmpty()) {
            return malformed("/blockedApplicantId", "the case has no such applicant");
        }
        if (waiting.isEmpty()) {
            return malformed("/waitingApplicantIds", "name at least one applicant");
        }
        for (var i = 0; i < waiting.size(); i++) {
            var pointer = "/waitingApplicantIds/" + i;
            if (file.applicant(waiting.get(i)).isEmpty()) {
                return malformed(pointer, "the case has no such applicant");
            }
            if (waiting.get(i).equals(blocked)) {
                return malformed(pointer, "nobody waits for himself or herself");
            }
        }
        return Optional.empty();
    }
}
