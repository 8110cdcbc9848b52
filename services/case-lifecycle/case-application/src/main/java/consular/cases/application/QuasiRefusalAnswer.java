package consular.cases.application;

import consular.cases.domain.quasirefusals.QuasiRefusalId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of an accepted command on an inquiry without a formal application.
 *
 * @param version the number of events that it then had
 * @param position the place of the last event in the whole log; null for a dry run
 * @param replayed whether this is the answer given earlier to the same idempotency key
 */
public record QuasiRefusalAnswer(
        QuasiRefusalId quasiRefusalId,
        long version,
        @Nullable Long position,
        List<StoredQuasiRefusalEvent> events,
        boolean replayed) {
    public QuasiRefusalAnswer {
        events = List.copyOf(events);
    }
}
