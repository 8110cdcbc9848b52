package consular.cases.web.accesses;

import consular.cases.application.accesses.Access;
import consular.cases.application.accesses.AccessLog;
import consular.cases.application.accesses.AccessNotRecorded;
import consular.cases.web.identity.SignedIn;
import consular.cases.web.json.ProblemWriter;
import consular.cases.web.problem.ProblemCode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Records who asked for what, after it is decided what the answer is and before any of it leaves. An access that cannot be
 * recorded is answered 503 and shows nothing. It comes behind whatever says who the person is.
 */
@Component
final class AccessFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(AccessFilter.class);
    private static final int FAULT_OF_THE_SERVICE = 500;

    private final AccessLog log;

    AccessFilter(AccessLog log) {
        this.log = log;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var id = UUID.randomUUID().toString();
        response.setHeader("X-Request-Id", id);
        var recording = new RecordingResponse(response, () -> record(request, response, id));
        try {
            chain.doFilter(request, recording);
            recording.begin();
        } catch (AccessNotRecorded | ServletException failure) {
            if (!recording.hasFailed() || response.isCommitted()) {
                throw failure;
            }
            LOG.warn("An access could not be recorded, so nothing was shown", failure);
            response.setHeader("Retry-After", "5");
            ProblemWriter.write(
                    request, response, ProblemCode.SERVICE_UNAVAILABLE, "who reads what can't be recorded just now");
        }
    }

    /** What fails shows nothing, and may fail because the database is away. */
    private void record(HttpServletRequest request, HttpServletResponse response, String requestId) {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !(authentication.getPrincipal() instanceof SignedIn person)
                || response.getStatus() >= FAULT_OF_THE_SERVICE) {
            return;
        }
        Reads.find(operation(request))
                .filter(read -> !read.dryRunOnly() || "true".equals(request.getParameter("dryRun")))
                .ifPresent(read -> log.record(access(person, read, request, response.getStatus(), requestId)));
    }

    private static Access access(
            SignedIn person, Reads.Read read, HttpServletRequest request, int status, String requestId) {
        var shown = Shown.of(request);
        return new Access(
                person.name(),
                person.roles().stream().map(Enum::name).toList(),
                read.name(),
                shown.isEmpty() ? Query.subject(request).map(List::of).orElse(List.of()) : shown.subjects(),
                shown.first(),
                shown.last(),
                status < 400 ? Query.of(request) : null,
                status,
                requestId);
    }

    private static String operation(HttpServletRequest request) {
        @Nullable Object pattern = request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        var method = request.getMethod().equals("HEAD") ? "GET" : request.getMethod();
        return method + " " + pattern;
    }
}
