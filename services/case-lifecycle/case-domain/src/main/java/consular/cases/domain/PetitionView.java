package consular.cases.domain;

import consular.cases.domain.CaseState.CaseFile;
import consular.cases.domain.petitions.PetitionFact;
import consular.cases.domain.petitions.PetitionStatus;
import consular.cases.domain.petitions.SuspensionReason;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What has become of the petition.
 *
 * @param on the day on which it came to that, post-local
 * @param reason why action was suspended; null for every other status
 */
public record PetitionView(
        PetitionStatus status, LocalDate on, @Nullable SuspensionReason reason) {

    /**
     * Null while nothing is told of it, so that it is in force as it was approved, and where the case rests on none. A
     * termination of the registration revokes it by itself (8 CFR 205.1(a)(1)), and a reinstatement undoes that and nothing
     * else (22 CFR 42.83(d)).
     */
    static @Nullable PetitionView of(CaseFile file) {
        var told = file.petitionFacts().standing().map(PetitionView::of).orElse(null);
        var termination = file.registration().termination();
        if (termination == null || !file.isPetitionBased()) {
            return told;
        }
        return told != null && told.status() == PetitionStatus.REVOKED
                ? told
                : new PetitionView(PetitionStatus.REVOKED, termination.terminatedOn(), null);
    }

    private static PetitionView of(PetitionFact fact) {
        return new PetitionView(fact.status(), fact.on(), fact.reason());
    }
}
