package consular.cases.web.api;

import consular.cases.web.accesses.AccessRecorder;
import consular.cases.web.feed.FeedEvent;
import consular.cases.web.feed.Followers;
import consular.cases.web.identity.SignedIn;
import consular.cases.web.identity.Validity;
import consular.cases.web.limits.AdmissionFilter;
import consular.cases.web.problem.ApiException;
import consular.cases.web.problem.Fault;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.filter.ServerHttpObservationFilter;

/** The whole log in order, as it grows. The thread of the request writes until the stream ends. */
@Resource
@OpenTo(Audience.CASE_READERS)
class EventStreamController {
    static final String LAST_EVENT_ID = "Last-Event-ID";

    /** Streams last as long as they are followed, which says nothing of how soon requests are answered. */
    private static final String MEASURED_AS = Resource.ROOT + "/events (followed)";

    private final Followers followers;
    private final AccessRecorder accesses;
    private final SeenVersions versions;
    private final PostFilter postFilter;

    EventStreamController(Followers followers, AccessRecorder accesses, SeenVersions versions, PostFilter postFilter) {
        this.followers = followers;
        this.accesses = accesses;
        this.versions = versions;
        this.postFilter = postFilter;
    }

    @GetMapping(path = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void follow(
            @AuthenticationPrincipal SignedIn person,
            Authentication authentication,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var parameters = Parameters.of(request, "post", "after", "atLeast");
        var posts = postFilter.of(person, parameters);
        var first = parameters.number("after", 0).orElse(0L);
        // a browser that comes again still asks for where it first began
        var after = lastSeen(request.getHeader(LAST_EVENT_ID)).orElse(first);
        parameters.atLeast().ifPresent(versions::await);
        try (var follower = followers.admit(person.name(), after, posts)) {
            // followers are counted for themselves
            AdmissionFilter.leave(request);
            response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            // proxies that know it pass each event on at once
            response.setHeader("X-Accel-Buffering", "no");
            if (!HttpMethod.HEAD.matches(request.getMethod())) {
                ServerHttpObservationFilter.findObservationContext(request)
                        .ifPresent(context -> context.setPathPattern(MEASURED_AS));
                follower.follow(response.getOutputStream(), longest(authentication), events -> record(request, events));
            }
        }
    }

    private static Optional<Long> lastSeen(@Nullable String header) {
        return Optional.ofNullable(header)
                .map(text -> Parameters.number(text)
                        .orElseThrow(() -> ApiException.malformed(Fault.ofHeader(
                                LAST_EVENT_ID, LAST_EVENT_ID + " must be the id of an event of this stream"))));
    }

    /** No longer than it is known who follows. */
    private Duration longest(Authentication authentication) {
        var longest = followers.longest();
        return Validity.of(authentication)
                .map(until -> Duration.between(Instant.now(), until))
                .filter(left -> left.compareTo(longest) < 0)
                .orElse(longest);
    }

    private void record(HttpServletRequest request, List<FeedEvent> events) {
        accesses.record(
                request,
                events.stream().map(FeedEvent::subject).distinct().toList(),
                events.getFirst().position(),
                events.getLast().position());
    }
}
