package consular.cases.domain.petitions;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** All that is told of what became of a petition: the same whatever the order in which it is told, and however often. */
public record PetitionFacts(List<PetitionFact> inTurn) {
    /** Nothing is told: the petition is in force as it was approved. */
    public static final PetitionFacts NONE = new PetitionFacts(List.of());

    public PetitionFacts {
        inTurn = List.copyOf(inTurn);
    }

    /** What is told again is on record already. */
    public PetitionFacts with(PetitionFact fact) {
        return new PetitionFacts(Stream.concat(inTurn.stream(), Stream.of(fact))
                .distinct()
                .sorted(PetitionFact.IN_TURN)
                .toList());
    }

    /** What it has come to by the latest day; but what is revoked can't be suspended or returned, only reaffirmed. */
    public Optional<PetitionFact> standing() {
        @Nullable PetitionFact standing = null;
        for (var fact : inTurn) {
            if (standing == null
                    || standing.status() != PetitionStatus.REVOKED
                    || fact.status() == PetitionStatus.REAFFIRMED) {
                standing = fact;
            }
        }
        return Optional.ofNullable(standing);
    }
}
