package consular.cases.web.api;

import consular.cases.application.CaseHistories;
import consular.cases.application.CaseHistory;
import consular.cases.application.EventFeed;
import consular.cases.application.LogLine;
import consular.cases.application.StoredEvent;
import consular.cases.application.StoredQuasiRefusalEvent;
import consular.cases.domain.people.CaseId;
import consular.cases.domain.posts.PostCode;
import consular.cases.web.identity.SignedIn;
import consular.cases.web.problem.ApiException;
import consular.cases.web.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;

/** The whole log in order. */
@Resource
class EventLogController {
    private static final int PAGE = 500;

    /** How many events one request looks at: a filter that finds little must still answer soon. */
    private static final int MOST_LOOKED_AT = 5_000;

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    /** Each look reads the whole record of the case. */
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);

    private static final Duration LONGEST_PAUSE = Duration.ofMillis(400);

    private final EventFeed feed;
    private final CaseHistory history;
    private final CaseHistories histories;
    private final PostFilter postFilter;

    EventLogController(EventFeed feed, CaseHistory history, CaseHistories histories, PostFilter postFilter) {
        this.feed = feed;
        this.history = history;
        this.histories = histories;
        this.postFilter = postFilter;
    }

    @GetMapping("/events")
    Items<CloudEvent> events(@AuthenticationPrincipal SignedIn person, HttpServletRequest request) {
        person.require(CaseAccess::readsCases);
        var parameters = Parameters.of(request, "post", "after", "limit", "atLeast");
        var posts = postFilter.of(person, parameters);
        var after = parameters.number("after", 0).orElse(0L);
        var limit = parameters.limit();
        parameters.atLeast().ifPresent(this::await);
        return posts.isEmpty() ? all(after, limit) : ofPosts(posts, after, limit);
    }

    private Items<CloudEvent> all(long after, int limit) {
        var events = feed.after(after, limit + 1);
        var shown = events.subList(0, Math.min(limit, events.size()));
        return page(shown, events.size() > limit ? shown.getLast().position() : null);
    }

    /** A page may hold fewer than asked for, even none, and still have a next. */
    private Items<CloudEvent> ofPosts(Set<PostCode> posts, long after, int limit) {
        var shown = new ArrayList<LogLine>();
        var at = after;
        for (var looked = 0; looked < MOST_LOOKED_AT; ) {
            var events = feed.after(at, PAGE);
            var postOf = postsOf(events);
            for (var event : events) {
                at = positionOf(event, at);
                if (posts.contains(postOf.get(event.subject()))) {
                    shown.add(event);
                    if (shown.size() == limit) {
                        return page(shown, at < feed.head() ? at : null);
                    }
                }
            }
            if (events.size() < PAGE) {
                return page(shown, null);
            }
            looked += events.size();
        }
        return page(shown, at);
    }

    private static Items<CloudEvent> page(List<? extends LogLine> shown, @Nullable Long next) {
        return new Items<>(shown.stream().map(CloudEvent::of).toList(), next == null ? null : String.valueOf(next));
    }

    /**
     * Where the subjects are now: with a case that is sent to another post, all of its events go there. A quasi-refusal
     * stays at its post.
     */
    private Map<UUID, PostCode> postsOf(List<? extends LogLine> events) {
        var posts = new HashMap<UUID, PostCode>();
        var cases = new HashSet<CaseId>();
        for (var line : events) {
            switch (line) {
                case StoredEvent event -> cases.add(event.caseId());
                case StoredQuasiRefusalEvent event ->
                    posts.put(event.subject(), event.event().post());
            }
        }
        histories
                .of(cases)
                .forEach((caseId, record) ->
                        posts.put(caseId.value(), CaseAccess.postOf(record).orElseThrow()));
        return posts;
    }

    private static long positionOf(LogLine event, long otherwise) {
        var position = event.position();
        return position == null ? otherwise : position;
    }

    /** The log is what commands write to, so in general nothing is waited for. */
    private void await(Parameters.AtLeast seen) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        var pause = FIRST_PAUSE.toNanos();
        while (!isInLog(seen)) {
            if (System.nanoTime() + pause > end) {
                throw new ApiException(ProblemCode.NOT_YET_VISIBLE, "the log has not that version of the case yet");
            }
            LockSupport.parkNanos(pause);
            pause = Math.min(pause * 2, LONGEST_PAUSE.toNanos());
        }
    }

    /** What is stored has its place in the log, and nothing will be stored before it any more. */
    private boolean isInLog(Parameters.AtLeast seen) {
        var record = history.of(seen.caseId());
        return record.size() >= seen.version()
                && (seen.version() < 1 || record.get((int) seen.version() - 1).position() != null);
    }
}
