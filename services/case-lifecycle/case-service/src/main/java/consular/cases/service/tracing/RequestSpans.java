package consular.cases.service.tracing;

import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import java.util.Collection;

/** Lets through to the collector what may be told of requests, and nothing of anything else. */
final class RequestSpans implements SpanExporter {
    private final SpanExporter collector;

    RequestSpans(SpanExporter collector) {
        this.collector = collector;
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        var requests = spans.stream()
                .filter(RequestSpan::isToBeTold)
                .<SpanData>map(RequestSpan::new)
                .toList();
        return requests.isEmpty() ? CompletableResultCode.ofSuccess() : collector.export(requests);
    }

    @Override
    public CompletableResultCode flush() {
        return collector.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return collector.shutdown();
    }
}
