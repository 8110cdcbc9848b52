package consular.cases.web.api;

import consular.cases.application.EventFeed;
import consular.cases.application.LogLine;
import consular.cases.web.feed.FeedEvent;
import consular.cases.web.feed.FeedPage;
import consular.cases.web.feed.PageReader;
import consular.cases.web.json.WebJson;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The log for those who follow it: each event as the pages have it. */
@Component
final class EncodedLog implements PageReader {
    private final EventFeed feed;
    private final CloudEvents cloudEvents;
    private final SubjectPosts subjectPosts;

    EncodedLog(EventFeed feed, CloudEvents cloudEvents, SubjectPosts subjectPosts) {
        this.feed = feed;
        this.cloudEvents = cloudEvents;
        this.subjectPosts = subjectPosts;
    }

    @Override
    public FeedPage after(long position, int limit) {
        var lines = feed.after(position, limit);
        return new FeedPage(position, lines.stream().map(this::encoded).toList(), subjectPosts.of(lines));
    }

    private FeedEvent encoded(LogLine line) {
        return new FeedEvent(
                Objects.requireNonNull(line.position(), "a line of the log has a position"),
                line.subject(),
                WebJson.MAPPER.writeValueAsBytes(cloudEvents.of(line)));
    }
}
