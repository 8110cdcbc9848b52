package consular.cases.web.accesses;

import consular.cases.application.accesses.Access;
import consular.cases.application.accesses.AccessLog;
import consular.cases.application.accesses.AccessNotRecorded;
import consular.cases.web.identity.SignedIn;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/** Records what the person who has signed in is shown, where the operation is one of those that are recorded. */
@Component
public final class AccessRecorder {
    private static final String REQUEST_ID = AccessRecorder.class.getName();
    private static final int FAULT_OF_THE_SERVICE = 500;

    private final AccessLog log;

    AccessRecorder(AccessLog log) {
        this.log = log;
    }

    static void name(HttpServletRequest request, String id) {
        request.setAttribute(REQUEST_ID, id);
    }

    /**
     * Records another piece of an answer that goes on and on, before it leaves; its beginning was recorded like any answer.
     *
     * @param subjects the cases and quasi-refusals that it shows
     * @param first the first place in the log
     * @param last the last one
     * @throws AccessNotRecorded when it must not leave
     */
    public void record(HttpServletRequest request, List<UUID> subjects, long first, long last) {
        record(request, HttpStatus.OK.value(), new Shown(subjects, first, last));
    }

    /** What fails shows nothing, and may fail because the database is away. */
    void record(HttpServletRequest request, int status) {
        if (status < FAULT_OF_THE_SERVICE) {
            record(request, status, Shown.of(request));
        }
    }

    private void record(HttpServletRequest request, int status, Shown shown) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof SignedIn person)) {
            return;
        }
        Reads.find(operation(request))
                .filter(read -> !read.dryRunOnly() || isDryRun(request))
                .ifPresent(read -> log.record(access(person, read, request, status, shown)));
    }

    private static boolean isDryRun(HttpServletRequest request) {
        try {
            return "true".equals(request.getParameter("dryRun"));
        } catch (InvalidParameterException | RequestRejectedException unreadable) {
            // so the answer is a problem, and nothing was tried out
            return false;
        }
    }

    private static Access access(
            SignedIn person, Reads.Read read, HttpServletRequest request, int status, Shown shown) {
        return new Access(
                person.name(),
                person.roles().stream().map(Enum::name).toList(),
                read.name(),
                Stream.concat(Query.subject(request).stream(), shown.subjects().stream())
                        .distinct()
                        .toList(),
                shown.first(),
                shown.last(),
                status < 400 ? Query.of(request) : null,
                status,
                String.valueOf(request.getAttribute(REQUEST_ID)));
    }

    private static String operation(HttpServletRequest request) {
        @Nullable Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        var method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        return method + " " + pattern;
    }
}
