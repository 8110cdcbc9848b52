package consular.cases.domain;

import static consular.cases.domain.law.RejectionCode.*;
import static consular.cases.domain.law.Rule.*;

import consular.cases.domain.CaseCommand.Refuse214b;
import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.ineligibility.GroundKind;
import consular.cases.domain.ineligibility.Grounds;
import consular.cases.domain.law.Policy;
import consular.cases.domain.refusals.Finding;
import consular.cases.domain.visas.VisaClasses;
import java.util.List;
import java.util.Optional;

/** What is different about nonimmigrants: the presumption of INA 214(b), their grounds, and that nothing is registered. */
final class NonimmigrantDecisions {
    private NonimmigrantDecisions() {}

    /** A 214(b) refusal ends the application: it is not overcome, only reversed; who tries again applies anew. */
    static Decision refuse214b(Refuse214b command, Act act) {
        var file = act.file();
        var applicant = file.applicant(command.applicantId()).orElseThrow();
        return RefusalDecisions.notRefusable(applicant, act)
                .or(() -> endedBy214b(applicant))
                .or(() -> presumedOtherwise(file, act.context().policy()))
                .or(() -> RefusalDecisions.isBlank(command.factualBasis())
                        ? Optional.of(Act.reject(FACTUAL_BASIS_REQUIRED, "state the facts that the refusal rests on"))
                        : Optional.empty())
                .or(() -> OpinionDecisions.isPending(file, applicant.applicantId())
                        ? Optional.of(Act.reject(AO_PENDING, "an advisory opinion is awaited"))
                        : Optional.empty())
                .orElseGet(() -> {
                    var entry = RefusalEntry.of(act, applicant, true);
                    SupersededFindings.record(applicant, List.of(), entry.refusalId(), act);
                    return entry.section214b(command.factualBasis())
                            .record(PRESUMED_AN_IMMIGRANT, GROUNDS_FOR_NONIMMIGRANTS, APPLY_ANEW_AFTER_214B)
                            .accepted();
                });
    }

    /** Further evidence can't help an application that a 214(b) refusal has ended. */
    static Optional<Decision> endedBy214b(Applicant applicant) {
        return applicant.hasActiveFinding(Finding::is214b)
                ? Optional.of(Act.reject(
                        BAD_STATE, "refused under 214(b), which ended the application; a new one is a new case"))
                : Optional.empty();
    }

    private static Optional<Decision> presumedOtherwise(CaseFile file, Policy policy) {
        if (!file.isNonimmigrant()) {
            return Optional.of(Act.reject(NIV_ONLY_GROUND, "214(b) bars nonimmigrants only"));
        }
        return policy.presumptionExemptions() && VisaClasses.isExemptFromPresumption(file.visaClass())
                ? Optional.of(Act.reject(
                        PRESUMPTION_EXEMPT,
                        "who seeks " + file.visaClass() + " is not presumed an immigrant: L, V, and H-1 but H1B1"))
                : Optional.empty();
    }

    /** A ground of the catalogue that a refusal of this class of visa can't rest on, or not so. */
    static Optional<Decision> misplaced(List<GroundKind> kinds, List<String> grounds, CaseFile file) {
        if (!file.isNonimmigrant()) {
            return Optional.empty();
        }
        if (grounds.stream().anyMatch(Grounds::is214b)) {
            return Optional.of(Act.reject(UNKNOWN_GROUND, "214(b) is refused with Refuse214b"));
        }
        return kinds.contains(GroundKind.SECTION_212E) && !VisaClasses.isBarredBy212e(file.visaClass())
                ? Optional.of(Act.reject(UNKNOWN_GROUND, "among nonimmigrants 212(e) bars H, L and K only"))
                : Optional.empty();
    }

    /** Availability and the year to apply are matters of a registration, which only immigrant cases have. */
    static Optional<Decision> noRegistration(Act act) {
        return act.file().isNonimmigrant()
                ? Optional.of(Act.reject(NIV_HAS_NO_REGISTRATION, "a nonimmigrant case has no registration"))
                : Optional.empty();
    }
}
