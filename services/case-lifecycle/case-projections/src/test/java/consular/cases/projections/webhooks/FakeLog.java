package consular.cases.projections.webhooks;

import consular.cases.application.webhooks.OutgoingEvent;
import consular.cases.application.webhooks.OutgoingLog;
import consular.cases.application.webhooks.Wanted;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** A log of numbered events about cases. What an event says is its case and its number in it. */
final class FakeLog implements OutgoingLog {
    private static final int PAGE = 100;

    private final List<OutgoingEvent> events = new ArrayList<>();
    private final Map<UUID, Integer> lengths = new HashMap<>();
    private final Set<UUID> erased = new HashSet<>();
    private int mostHeld;

    static UUID caseNumber(int number) {
        return new UUID(0, number);
    }

    synchronized void append(UUID subject) {
        var sequence = lengths.merge(subject, 1, Integer::sum) - 1;
        var position = events.size() + 1L;
        events.add(new OutgoingEvent(
                position,
                subject,
                "event-" + position,
                () -> body(subject, sequence).getBytes(StandardCharsets.UTF_8)));
    }

    private synchronized String body(UUID subject, int sequence) {
        return subject + " " + sequence + (erased.contains(subject) ? " erased" : "");
    }

    synchronized void erase(UUID subject) {
        erased.add(subject);
    }

    synchronized int length(UUID subject) {
        return lengths.getOrDefault(subject, 0);
    }

    /** The most events that were ever handed out at once. */
    synchronized int mostAtOnce() {
        return mostHeld;
    }

    @Override
    public synchronized Page after(long position, Wanted wanted) {
        var page = events.stream().skip(position).limit(PAGE).toList();
        mostHeld = Math.max(mostHeld, page.size());
        return new Page(page, position + page.size());
    }

    @Override
    public synchronized List<OutgoingEvent> of(UUID subject, long from, long to, Wanted wanted) {
        return events.subList((int) from - 1, (int) to).stream()
                .filter(event -> event.subject().equals(subject))
                .toList();
    }

    @Override
    public synchronized long head() {
        return events.size();
    }
}
