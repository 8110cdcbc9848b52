package consular.cases.projections.report28;

import consular.cases.domain.refusals.FindingStatus;
import java.util.Optional;

/** What is counted. */
enum Counted {
    FOUND,
    OVERCOME,
    WAIVED,
    REVERSED,
    ISSUED;

    /** How a finding that no longer stands is counted; empty for one that stands, or that another took the place of. */
    static Optional<Counted> closing(FindingStatus status) {
        return switch (status) {
            case OVERCOME -> Optional.of(OVERCOME);
            case WAIVED -> Optional.of(WAIVED);
            case REVERSED -> Optional.of(REVERSED);
            case ACTIVE, SUPERSEDED -> Optional.empty();
        };
    }
}
