package consular.cases.service.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What leaves the house of a span, whatever is in it. */
class RequestSpansTest {
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String PARENT = "00f067aa0ba902b7";
    private static final String NAME = "Santos";

    private final List<SpanData> told = new ArrayList<>();

    private final class Collector implements SpanExporter {
        @Override
        public CompletableResultCode export(Collection<SpanData> spans) {
            told.addAll(spans);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() {
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode shutdown() {
            return CompletableResultCode.ofSuccess();
        }
    }

    private void end(Consumer<SpanBuilder> begin, Consumer<Span> meanwhile) {
        var processor = SimpleSpanProcessor.create(new RequestSpans(new Collector()));
        try (var provider =
                SdkTracerProvider.builder().addSpanProcessor(processor).build()) {
            var span = provider.get("test").spanBuilder("http santos /api/v1/cases/" + NAME);
            span.setSpanKind(SpanKind.SERVER);
            begin.accept(span);
            var begun = span.startSpan();
            meanwhile.accept(begun);
            begun.end();
        }
    }

    private void request(Map<String, String> tags) {
        end(_ -> {}, span -> tags.forEach(span::setAttribute));
    }

    private Map<String, String> attributes() {
        assertThat(told).hasSize(1);
        var all = new TreeMap<String, String>();
        told.getFirst().getAttributes().forEach((key, value) -> all.put(key.getKey(), value.toString()));
        return all;
    }

    @Test
    void method_route_status_and_id_are_told_by_their_common_names() {
        request(Map.of(
                "method",
                "GET",
                "uri",
                "/api/v1/cases/{caseId}",
                "status",
                "200",
                "exception",
                "none",
                "outcome",
                "SUCCESS",
                "requestId",
                "r1"));
        assertThat(attributes())
                .containsOnly(
                        Map.entry("http.request.method", "GET"),
                        Map.entry("http.route", "/api/v1/cases/{caseId}"),
                        Map.entry("http.response.status_code", "200"),
                        Map.entry("consular.request.id", "r1"));
        var span = told.getFirst();
        assertThat(span.getName()).isEqualTo("GET /api/v1/cases/{caseId}");
        assertThat(span.getStatus()).isEqualTo(StatusData.unset());
        assertThat(span.getTotalAttributeCount()).isEqualTo(4);
        assertThat(span.getAttributes().get(AttributeKey.longKey("http.response.status_code")))
                .isEqualTo(200);
    }

    @Test
    void what_spring_has_words_of_its_own_for_is_left_out() {
        request(Map.of("method", "UNKNOWN", "uri", "UNKNOWN", "status", "400"));
        assertThat(attributes())
                .containsOnly(
                        Map.entry("http.request.method", "_OTHER"), Map.entry("http.response.status_code", "400"));
        assertThat(told.getFirst().getName()).isEqualTo("_OTHER");
    }

    @Test
    void nothing_else_leaves_the_house() {
        var parent = SpanContext.createFromRemoteParent(
                TRACE,
                PARENT,
                TraceFlags.getSampled(),
                TraceState.builder().put("vendor", NAME).build());
        end(begin -> begin.setParent(Context.root().with(Span.wrap(parent))).addLink(parent), span -> {
            span.setAttribute("method", "GET")
                    .setAttribute("uri", "/api/v1/cases/{caseId}")
                    .setAttribute("status", "500")
                    .setAttribute("exception", "IllegalStateException")
                    .setAttribute("http.url", "/api/v1/cases/" + NAME);
            span.addEvent(NAME);
            span.recordException(new IllegalStateException(NAME));
            span.setStatus(StatusCode.ERROR, NAME);
        });
        assertThat(attributes())
                .containsEntry("error.type", "IllegalStateException")
                .hasSize(4);
        var span = told.getFirst();
        assertThat(span.getStatus()).isEqualTo(StatusData.error());
        assertThat(span.getEvents()).isEmpty();
        assertThat(span.getTotalRecordedEvents()).isZero();
        assertThat(span.getLinks()).isEmpty();
        assertThat(span.getTotalRecordedLinks()).isZero();
        assertThat(span.getTraceId()).isEqualTo(TRACE);
        assertThat(span.getParentSpanId()).isEqualTo(PARENT);
        assertThat(span.getParentSpanContext().isRemote()).isTrue();
        assertThat(span.getSpanContext().getTraceState().isEmpty()).isTrue();
        assertThat(span.getParentSpanContext().getTraceState().isEmpty()).isTrue();
    }

    @Test
    void probes_and_what_is_no_request_are_not_told() {
        request(Map.of("method", "GET", "uri", "/actuator/health/{*path}", "status", "200"));
        end(begin -> begin.setSpanKind(SpanKind.INTERNAL), span -> span.setAttribute("uri", "/api/v1/cases"));
        assertThat(told).isEmpty();
    }
}
