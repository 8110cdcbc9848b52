package consular.cases.client;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What came of a command that was accepted.
 *
 * @param version how many events the case has now
 * @param position the place of the last event in the log, for {@link CaseClient#follow}; null while it has none yet
 * @param events what happened, in its order
 */
public record CommandAnswer(
        String caseId, long version, @Nullable Long position, List<RecordedEvent> events) {

    /** A copy that cannot change. */
    public CommandAnswer {
        events = List.copyOf(events);
    }

    /** A member of the payload of the first event that has it, such as {@code refusalId}. */
    public Optional<String> made(String member) {
        return events.stream()
                .map(event -> event.payload().path(member))
                .filter(value -> value.isString())
                .map(value -> value.stringValue())
                .findFirst();
    }

    /** What {@code atLeast} of a list takes, to be shown the list only once it has seen this. */
    public String asSeen() {
        return caseId + ":" + version;
    }
}
