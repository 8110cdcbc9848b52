package consular.cases.web.api;

import consular.cases.application.EventFeed;
import consular.cases.application.LogLine;
import consular.cases.domain.posts.PostCode;
import consular.cases.web.identity.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;

/** The whole log in order, page by page. */
@Resource
@OpenTo(Audience.CASE_READERS)
class EventLogController {
    private static final int PAGE = 500;

    /** How many events one request looks at: a filter that finds little must still answer soon. */
    private static final int MOST_LOOKED_AT = 5_000;

    private final EventFeed feed;
    private final CloudEvents cloudEvents;
    private final SubjectPosts subjectPosts;
    private final SeenVersions versions;
    private final PostFilter postFilter;

    EventLogController(
            EventFeed feed,
            CloudEvents cloudEvents,
            SubjectPosts subjectPosts,
            SeenVersions versions,
            PostFilter postFilter) {
        this.feed = feed;
        this.cloudEvents = cloudEvents;
        this.subjectPosts = subjectPosts;
        this.versions = versions;
        this.postFilter = postFilter;
    }

    @GetMapping("/events")
    Items<CloudEvent> events(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        var parameters = Parameters.of(request, "post", "after", "limit", "atLeast");
        var posts = postFilter.of(person, parameters);
        var after = parameters.number("after", 0).orElse(0L);
        var limit = parameters.limit();
        parameters.atLeast().ifPresent(versions::await);
        return posts.isEmpty() ? all(after, limit) : ofPosts(posts, after, limit);
    }

    /** A page may hold fewer than asked for and still have a next, where they are long. */
    private Items<CloudEvent> all(long after, int limit) {
        var shown = feed.after(after, limit);
        return page(shown, shown.isEmpty() ? after : positionOf(shown.getLast(), after));
    }

    /** A page may hold fewer than asked for, even none, and still have a next. */
    private Items<CloudEvent> ofPosts(Set<PostCode> posts, long after, int limit) {
        var shown = new ArrayList<LogLine>();
        var at = after;
        for (var looked = 0; looked < MOST_LOOKED_AT; ) {
            var events = feed.after(at, PAGE);
            var postOf = subjectPosts.of(events).get();
            for (var event : events) {
                at = positionOf(event, at);
                if (posts.contains(postOf.get(event.subject()))) {
                    shown.add(event);
                    if (shown.size() == limit) {
                        return page(shown, at);
                    }
                }
            }
            if (events.size() < PAGE) {
                break;
            }
            looked += events.size();
        }
        return page(shown, at);
    }

    /** The end is looked at last: what has come meanwhile is told of as more, and never passed over. */
    private Items<CloudEvent> page(List<? extends LogLine> shown, long at) {
        return new Items<>(shown.stream().map(cloudEvents::of).toList(), at < feed.head() ? String.valueOf(at) : null);
    }

    private static long positionOf(LogLine event, long otherwise) {
        var position = event.position();
        return position == null ? otherwise : position;
    }
}
