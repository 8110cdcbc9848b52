package consular.cases.domain;

import consular.cases.domain.refusals.Document;
import consular.cases.domain.refusals.Evidence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Evidence as received. */
public record EvidenceView(Instant receivedAt, LocalDate receivedOn, boolean timely, List<Document> documents) {

    static EvidenceView of(Evidence evidence) {
        return new EvidenceView(evidence.receivedAt(), evidence.receivedOn(), evidence.timely(), evidence.documents());
    }
}
