package consular.cases.domain.petitions;

import java.time.LocalDate;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * What became of a petition on a day.
 *
 * @param on the day on which it came to that, post-local
 * @param reason why action was suspended; null for every other status
 */
public record PetitionFact(
        PetitionStatus status, LocalDate on, @Nullable SuspensionReason reason) {

    /** By day, whatever the order in which they are told. */
    static final Comparator<PetitionFact> IN_TURN = Comparator.comparing(PetitionFact::on)
            .thenComparing(PetitionFact::status)
            .thenComparing(PetitionFact::reason, Comparator.nullsFirst(Comparator.naturalOrder()));
}
