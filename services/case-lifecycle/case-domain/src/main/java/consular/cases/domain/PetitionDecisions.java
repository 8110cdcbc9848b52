package consular.cases.domain;

import static consular.cases.domain.law.RejectionCode.NO_PETITION;
import static consular.cases.domain.law.RejectionCode.PETITION_SUSPENDED;
import static consular.cases.domain.law.Rule.PETITION_SUSPENDED_OR_RETURNED;

import consular.cases.domain.CaseCommand.RecordPetitionStatus;
import consular.cases.domain.CaseEvent.PetitionStatusRecorded;
import consular.cases.domain.petitions.PetitionStatus;
import java.util.Optional;

/**
 * What becomes of the petition of a case, which is decided elsewhere and recorded here. It moves no clock, and stands in the
 * way of a visa only: entitlement is tested against it (R-OVC-06), while whoever can't be issued one is still refused, and
 * the refusal told and reviewed.
 */
final class PetitionDecisions {
    private PetitionDecisions() {}

    static Decision record(RecordPetitionStatus command, Act act) {
        return act.file().isPetitionBased()
                ? act.record(
                                new PetitionStatusRecorded(
                                        command.status(), command.on(), command.reason(), command.report()),
                                PETITION_SUSPENDED_OR_RETURNED)
                        .accepted()
                : Act.reject(NO_PETITION, "the case does not rest on an approved immigrant petition");
    }

    /** A reason is given for a suspension, and for nothing else. */
    static Optional<Decision> senseless(RecordPetitionStatus command) {
        if ((command.status() == PetitionStatus.SUSPENDED) == (command.reason() != null)) {
            return Optional.empty();
        }
        return CommandReferences.malformed(
                "/reason",
                command.reason() == null
                        ? "say why action was suspended"
                        : "only a suspension has one of these reasons");
    }

    /** One petition carries all members of the case, so what stands against it stands against each of them. */
    static Optional<Decision> forbidIssuing(Act act) {
        return act.file().petitionFacts().standing().flatMap(it -> switch (it.status()) {
            case REAFFIRMED -> Optional.empty();
            case SUSPENDED ->
                notIssued("action on the petition is suspended since %s (22 CFR 42.43(a))".formatted(it.on()));
            case RETURNED -> notIssued("the petition was returned to DHS on %s (22 CFR 42.43(a))".formatted(it.on()));
            case REVOKED -> notIssued("the petition was revoked on %s (22 CFR 42.43(b))".formatted(it.on()));
        });
    }

    private static Optional<Decision> notIssued(String why) {
        return Optional.of(Act.reject(PETITION_SUSPENDED, why + "; no visa is issued before it is reaffirmed"));
    }
}
