package consular.cases.web.api;

import consular.cases.application.QuasiRefusalAnswer;
import consular.cases.application.StoredQuasiRefusalEvent;
import consular.cases.domain.quasirefusals.QuasiRefusalEvent;
import consular.cases.domain.quasirefusals.QuasiRefusalId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client learns of an accepted command on a quasi-refusal. */
record QuasiRefusalAnswerBody(
        QuasiRefusalId quasiRefusalId,
        long version,
        @Nullable Long position,
        List<Event> events) {

    static QuasiRefusalAnswerBody of(QuasiRefusalAnswer answer) {
        return new QuasiRefusalAnswerBody(
                answer.quasiRefusalId(),
                answer.version(),
                answer.position(),
                answer.events().stream().map(Event::of).toList());
    }

    /** An event that followed. */
    record Event(
            String eventId,
            String type,
            long sequence,
            Instant effectiveAt,
            Instant recordedAt,
            QuasiRefusalEvent payload) {

        private static Event of(StoredQuasiRefusalEvent event) {
            var stamp = event.stamp();
            return new Event(
                    event.eventId(),
                    event.type(),
                    stamp.sequence(),
                    stamp.effectiveAt(),
                    stamp.recordedAt(),
                    event.event());
        }
    }
}
