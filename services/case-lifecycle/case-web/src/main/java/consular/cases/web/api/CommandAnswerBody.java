package consular.cases.web.api;

import consular.cases.application.CommandAnswer;
import consular.cases.application.StoredEvent;
import consular.cases.domain.CaseEvent;
import consular.cases.domain.people.CaseId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a client learns of an accepted command. */
record CommandAnswerBody(
        CaseId caseId, long version, @Nullable Long position, List<Event> events) {

    static CommandAnswerBody of(CommandAnswer answer) {
        return new CommandAnswerBody(
                answer.caseId(),
                answer.version(),
                answer.position(),
                answer.events().stream().map(Event::of).toList());
    }

    /** An event that followed. */
    record Event(
            String eventId, String type, long sequence, Instant effectiveAt, Instant recordedAt, CaseEvent payload) {

        static Event of(StoredEvent event) {
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
