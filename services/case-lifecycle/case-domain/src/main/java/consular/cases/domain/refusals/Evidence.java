package consular.cases.domain.refusals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Evidence received on a finding.
 *
 * @param decision the sequence of the first event of the decision that received it, by which acts at one instant follow each other
 * @param receivedOn the post-local day of {@code receivedAt}
 * @param timely whether it came within the year from the refusal, last day included
 */
public record Evidence(
        long decision, Instant receivedAt, LocalDate receivedOn, boolean timely, List<Document> documents) {
    public Evidence {
        documents = List.copyOf(documents);
    }
}
