package consular.cases.application.webhooks;

import java.util.List;
import java.util.UUID;

/** The log in the form in which receivers are sent it, read anew for each attempt: what was erased since is not sent. */
public interface OutgoingLog {
    /** The first events behind a position. No connection is held once it returns. */
    Page after(long position, Wanted wanted);

    /** The events of one case or quasi-refusal, in order, from a position to another and including both. */
    List<OutgoingEvent> of(UUID subject, long from, long to, Wanted wanted);

    /** The position of the last event; 0 when the log is empty. */
    long head();

    /**
     * A piece of the log.
     *
     * @param events those of them that are wanted
     * @param last the position up to which the log was looked at
     */
    record Page(List<OutgoingEvent> events, long last) {
        public Page {
            events = List.copyOf(events);
        }
    }
}
