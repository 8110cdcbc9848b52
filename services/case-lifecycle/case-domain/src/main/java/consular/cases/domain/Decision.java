package consular.cases.domain;

import consular.cases.domain.law.Rejection;
import java.util.List;

/** What comes of a command. */
public sealed interface Decision {
    /** The events that follow, in order, each with its stamp; empty only when no deadline was due. */
    record Accepted(List<RecordedEvent> events) implements Decision {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** The law or the record stands in the way; nothing follows. */
    record Rejected(Rejection rejection) implements Decision {}

    /**
     * The command does not make sense for this case, whoever gives it.
     *
     * @param pointer the offending member as a JSON Pointer
     */
    record Malformed(String pointer, String detail) implements Decision {}

    /** The sender last saw another version than the case has now. */
    record Stale(long expected, long actual) implements Decision {}
}
