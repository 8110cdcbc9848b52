package consular.cases.service.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.otel.bridge.OtelCurrentTraceContext;
import io.micrometer.tracing.otel.bridge.OtelTracer;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.filter.ServerHttpObservationFilter;

/** Whether the log can tell of which request it is, once that has failed. */
class FailedRequestIdsTest {
    private final AtomicReference<String> trace = new AtomicReference<>();

    @AfterEach
    void clear() {
        MDC.clear();
    }

    private void answer(FilterChain rest) throws ServletException, IOException {
        try (var provider = SdkTracerProvider.builder().build()) {
            var tracer = new OtelTracer(provider.get("test"), new OtelCurrentTraceContext(), _ -> {});
            var registry = ObservationRegistry.create();
            registry.observationConfig().observationHandler(new DefaultTracingObservationHandler(tracer));
            var observing = new ServerHttpObservationFilter(registry);
            new FailedRequestIds()
                    .doFilter(
                            new MockHttpServletRequest(),
                            new MockHttpServletResponse(),
                            (request, response) -> observing.doFilter(request, response, (_, _) -> {
                                trace.set(Span.current().getSpanContext().getTraceId());
                                rest.doFilter(request, response);
                            }));
        }
    }

    @Test
    void behind_a_failure_the_ids_are_still_there() {
        assertThatIllegalStateException()
                .isThrownBy(() -> answer((request, _) -> {
                    ServerHttpObservationFilter.findObservationContext((HttpServletRequest) request)
                            .orElseThrow()
                            .addHighCardinalityKeyValue(KeyValue.of("requestId", "known-since"));
                    throw new IllegalStateException("unforeseen");
                }));
        assertThat(trace.get()).matches("[0-9a-f]{32}");
        assertThat(MDC.get("traceId")).isEqualTo(trace.get());
        assertThat(MDC.get("spanId")).matches("[0-9a-f]{16}");
        assertThat(MDC.get("requestId")).isEqualTo("known-since");
    }

    @Test
    void the_next_request_of_the_connection_does_not_have_them() throws Exception {
        MDC.put("traceId", "of the one before");
        answer((_, _) -> {});
        assertThat(MDC.get("traceId")).isNull();
    }
}
