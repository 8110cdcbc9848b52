package consular.cases.web.accesses;

import consular.cases.application.PlainCause;
import consular.cases.application.accesses.AccessNotRecorded;
import consular.cases.web.json.ProblemWriter;
import consular.cases.web.problem.ProblemCode;
import io.micrometer.common.KeyValue;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * Records who asked for what, after it is decided what the answer is and before any of it leaves. An access that cannot be
 * recorded is answered 503 and shows nothing. It comes behind whatever says who the person is. The id of the request, by which the
 * record is found, is in log lines and in the trace as well, so that one leads to the others.
 */
@Component
final class AccessFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(AccessFilter.class);
    private static final String REQUEST_ID = "requestId";

    private final AccessRecorder recorder;

    AccessFilter(AccessRecorder recorder) {
        this.recorder = recorder;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var id = UUID.randomUUID().toString();
        response.setHeader("X-Request-Id", id);
        AccessRecorder.name(request, id);
        ServerHttpObservationFilter.findObservationContext(request)
                .ifPresent(observed -> observed.addHighCardinalityKeyValue(KeyValue.of(REQUEST_ID, id)));
        try (var _ = MDC.putCloseable(REQUEST_ID, id)) {
            record(request, response, chain);
        }
    }

    private void record(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var recording = new RecordingResponse(response, () -> recorder.record(request, response.getStatus()));
        try {
            chain.doFilter(request, recording);
            recording.begin();
        } catch (AccessNotRecorded | ServletException failure) {
            if (!recording.hasFailed() || response.isCommitted()) {
                throw failure;
            }
            LOG.warn("An access could not be recorded, so nothing was shown", PlainCause.wordless(failure));
            response.setHeader("Retry-After", "5");
            ProblemWriter.write(
                    request, response, ProblemCode.SERVICE_UNAVAILABLE, "who reads what can't be recorded just now");
        }
    }
}
