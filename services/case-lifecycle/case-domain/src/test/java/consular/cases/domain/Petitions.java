package consular.cases.domain;

import consular.cases.domain.CaseCommand.RecordPetitionStatus;
import consular.cases.domain.petitions.PetitionStatus;
import consular.cases.domain.petitions.SuspensionReason;
import java.time.LocalDate;

/** What becomes of a petition, as it is told of a day. */
final class Petitions {
    private Petitions() {}

    static RecordPetitionStatus suspended(String on) {
        return suspended(on, SuspensionReason.APPROVAL_BY_FRAUD);
    }

    static RecordPetitionStatus suspended(String on, SuspensionReason reason) {
        return new RecordPetitionStatus(PetitionStatus.SUSPENDED, LocalDate.parse(on), reason, null);
    }

    static RecordPetitionStatus returned(String on) {
        return new RecordPetitionStatus(PetitionStatus.RETURNED, LocalDate.parse(on), null, "the marriage is a sham");
    }

    static RecordPetitionStatus revoked(String on) {
        return new RecordPetitionStatus(PetitionStatus.REVOKED, LocalDate.parse(on), null, null);
    }

    static RecordPetitionStatus reaffirmed(String on) {
        return new RecordPetitionStatus(PetitionStatus.REAFFIRMED, LocalDate.parse(on), null, null);
    }
}
