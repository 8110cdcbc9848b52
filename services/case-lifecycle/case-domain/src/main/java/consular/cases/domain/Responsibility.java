package consular.cases.domain;

import static consular.cases.domain.law.RejectionCode.RESPONSIBILITY_ASSUMED;

import java.util.Optional;

/** A supervisor who reversed a refusal has to decide the applicant, unless it is handed back. */
final class Responsibility {
    private Responsibility() {}

    static Optional<Decision> objection(Applicant applicant, Act act) {
        var responsible = applicant.responsible();
        return responsible == null || responsible.equals(act.officer())
                ? Optional.empty()
                : Optional.of(Act.reject(
                        RESPONSIBILITY_ASSUMED,
                        "the supervisor who reversed the refusal decides, or hands the responsibility back"));
    }
}
