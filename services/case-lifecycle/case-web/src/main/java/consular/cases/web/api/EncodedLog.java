package consular.cases.web.api;

import consular.cases.application.EventFeed;
import consular.cases.application.LogLine;
import consular.cases.application.StoredEvent;
import consular.cases.domain.CaseEvent.CaseTransferred;
import consular.cases.web.feed.FeedEvent;
import consular.cases.web.feed.FeedPage;
import consular.cases.web.feed.PageReader;
import consular.cases.web.json.WebJson;
import java.util.ArrayList;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The log for those who follow it: each event as the pages have it. */
@Component
final class EncodedLog implements PageReader {
    /** How many are read at once: each may be as long as a body. */
    private static final int PIECE = 10;

    private final EventFeed feed;
    private final CloudEvents cloudEvents;
    private final SubjectPosts subjectPosts;

    EncodedLog(EventFeed feed, CloudEvents cloudEvents, SubjectPosts subjectPosts) {
        this.feed = feed;
        this.cloudEvents = cloudEvents;
        this.subjectPosts = subjectPosts;
    }

    @Override
    public FeedPage after(long position, int limit, int bytes) {
        var lines = new ArrayList<LogLine>();
        var events = new ArrayList<FeedEvent>();
        var size = 0L;
        var at = position;
        for (var more = true; more && size < bytes && events.size() < limit; ) {
            var asked = Math.min(PIECE, limit - events.size());
            var piece = feed.after(at, asked);
            more = piece.size() == asked;
            for (var line : piece) {
                if (size < bytes) {
                    var event = encoded(line);
                    lines.add(line);
                    events.add(event);
                    size += event.size();
                    at = event.position();
                }
            }
        }
        return new FeedPage(position, events, subjectPosts.of(lines));
    }

    private FeedEvent encoded(LogLine line) {
        return new FeedEvent(
                Objects.requireNonNull(line.position(), "a line of the log has a position"),
                line.subject(),
                WebJson.MAPPER.writeValueAsBytes(cloudEvents.of(line)),
                line instanceof StoredEvent stored && stored.event() instanceof CaseTransferred);
    }
}
