package consular.cases.application;

import consular.cases.domain.Stamp;
import consular.cases.domain.quasirefusals.QuasiRefusalDecider;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent;
import consular.cases.domain.quasirefusals.QuasiRefusalId;
import consular.cases.domain.quasirefusals.QuasiRefusalState;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event of an inquiry without a formal application, as the log has it.
 *
 * @param eventId its identity in the whole log
 * @param position its place in the whole log, from 1; null while not known
 * @param hash what stands for it in the log's tree, in hexadecimal; null while not known
 */
public record StoredQuasiRefusalEvent(
        QuasiRefusalId quasiRefusalId,
        String eventId,
        QuasiRefusalEvent event,
        Stamp stamp,
        @Nullable Long position,
        @Nullable String hash)
        implements LogLine {

    /** An event that is not in the log yet, or was not asked where. */
    public StoredQuasiRefusalEvent(
            QuasiRefusalId quasiRefusalId,
            String eventId,
            QuasiRefusalEvent event,
            Stamp stamp,
            @Nullable Long position) {
        this(quasiRefusalId, eventId, event, stamp, position, null);
    }

    /** The inquiry as its events leave it. */
    static QuasiRefusalState fold(List<StoredQuasiRefusalEvent> events) {
        var state = QuasiRefusalDecider.initialState();
        for (var event : events) {
            state = QuasiRefusalDecider.evolve(
                    state, event.event(), event.stamp().effectiveAt());
        }
        return state;
    }

    @Override
    public UUID subject() {
        return quasiRefusalId.value();
    }

    @Override
    public String type() {
        return event.getClass().getSimpleName();
    }

    @Override
    public String revision() {
        return CaseRevisions.revisionOf(event.getClass());
    }
}
