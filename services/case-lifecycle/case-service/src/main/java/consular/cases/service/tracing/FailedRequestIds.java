package consular.cases.service.tracing;

import io.micrometer.tracing.handler.TracingObservationHandler.TracingContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * Keeps the ids of a request and its trace for what is logged behind its filters. When one of them fails the trace ends there; what the servlet container
 * and the error page say of it comes after that, on the same thread.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
final class FailedRequestIds extends OncePerRequestFilter {
    private static final String REQUEST_ID = "requestId";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        // of an earlier request of the same connection
        MDC.clear();
        try {
            chain.doFilter(request, response);
        } catch (ServletException | IOException | RuntimeException | Error failure) {
            keepIds(request);
            throw failure;
        }
    }

    private static void keepIds(HttpServletRequest request) {
        ServerHttpObservationFilter.findObservationContext(request).ifPresent(observed -> {
            var known = observed.getHighCardinalityKeyValue(REQUEST_ID);
            if (known != null) {
                MDC.put(REQUEST_ID, known.getValue());
            }
            var traced = observed.<TracingContext>get(TracingContext.class);
            if (traced != null && traced.getSpan() != null) {
                MDC.put("traceId", traced.getSpan().context().traceId());
                MDC.put("spanId", traced.getSpan().context().spanId());
            }
        });
    }
}
