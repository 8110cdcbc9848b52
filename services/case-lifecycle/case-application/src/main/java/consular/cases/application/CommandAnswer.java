package consular.cases.application;

import consular.cases.domain.people.CaseId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of an accepted command.
 *
 * @param version the number of events that the case then had
 * @param position the place of the last event in the whole log; null for a dry run
 * @param replayed whether this is the answer given earlier to the same idempotency key
 */
public record CommandAnswer(
        CaseId caseId, long version, @Nullable Long position, List<StoredEvent> events, boolean replayed) {
    public CommandAnswer {
        events = List.copyOf(events);
    }
}
