package consular.cases.web.api;

import consular.cases.application.LogLine;
import consular.cases.application.NamelessFeed;
import consular.cases.application.publishing.PublishedEvent;
import consular.cases.application.publishing.PublishedLog;
import consular.cases.web.json.WebJson;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The log for whoever reads what is published: each event as the pages have it, naming no applicant. */
@Component
@Profile("kafka")
final class PublishedCloudEvents implements PublishedLog {
    /** A page ends with the event that takes it there; no event is longer than a body. */
    private static final int MOST_BYTES = 512 << 10;

    /** How many are read at once: each may be as long as a body. */
    private static final int PIECE = 10;

    private final NamelessFeed feed;
    private final CloudEvents cloudEvents;

    PublishedCloudEvents(NamelessFeed feed, CloudEvents cloudEvents) {
        this.feed = feed;
        this.cloudEvents = cloudEvents;
    }

    @Override
    public List<PublishedEvent> after(long position, int limit) {
        var events = new ArrayList<PublishedEvent>();
        var bytes = 0;
        var at = position;
        while (events.size() < limit) {
            var asked = Math.min(PIECE, limit - events.size());
            var piece = feed.after(at, asked);
            for (var line : piece) {
                if (bytes >= MOST_BYTES) {
                    return events;
                }
                var event = encoded(line);
                events.add(event);
                bytes += event.body().length;
                at = event.position();
            }
            if (piece.size() < asked) {
                return events;
            }
        }
        return events;
    }

    private PublishedEvent encoded(LogLine line) {
        return new PublishedEvent(
                Objects.requireNonNull(line.position(), "a line of the log has a position"),
                line.subject(),
                line.stamp().recordedAt(),
                WebJson.MAPPER.writeValueAsBytes(cloudEvents.of(line)));
    }
}
