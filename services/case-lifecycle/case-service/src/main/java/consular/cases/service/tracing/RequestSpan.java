package consular.cases.service.tracing;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a collector is told of a request, under the names of OpenTelemetry's conventions: its method, its route with the names of variables in
 * place of their values, its status, the type of what failed, and its id. Whatever else is known of it stays here, since it may say whom
 * the request was about: the path, what exceptions say, and the {@code tracestate} that came with it.
 */
final class RequestSpan extends DelegatingSpanData {
    /** Asked every few seconds by machines. */
    private static final String PROBES = "/actuator";

    private static final int FAULT_OF_THE_SERVICE = 500;

    private static final AttributeKey<String> METHOD = AttributeKey.stringKey("http.request.method");
    private static final AttributeKey<String> ROUTE = AttributeKey.stringKey("http.route");
    private static final AttributeKey<Long> STATUS = AttributeKey.longKey("http.response.status_code");
    private static final AttributeKey<String> ERROR = AttributeKey.stringKey("error.type");
    private static final AttributeKey<String> REQUEST_ID = AttributeKey.stringKey("consular.request.id");

    private final Attributes told;

    RequestSpan(SpanData all) {
        super(all);
        var attributes = Attributes.builder();
        attributes.put(METHOD, method(all));
        attributes.put(ROUTE, route(all));
        attributes.put(STATUS, status(all));
        attributes.put(ERROR, known(all, "exception", "none"));
        attributes.put(REQUEST_ID, known(all, "requestId", ""));
        this.told = attributes.build();
    }

    /** Whether it is of a request, and no probe. */
    static boolean isToBeTold(SpanData span) {
        var route = route(span);
        return span.getKind() == SpanKind.SERVER && (route == null || !route.startsWith(PROBES));
    }

    private static @Nullable String known(SpanData span, String name, String unknown) {
        var value = span.getAttributes().get(AttributeKey.stringKey(name));
        return unknown.equals(value) ? null : value;
    }

    /** One of HTTP's own, or the word of the conventions for any other. */
    private static String method(SpanData span) {
        var method = known(span, "method", "UNKNOWN");
        return method == null ? "_OTHER" : method;
    }

    /** Null where none was found, for which Spring has words of its own. */
    private static @Nullable String route(SpanData span) {
        var route = known(span, "uri", "UNKNOWN");
        return route != null && route.startsWith("/") ? route : null;
    }

    private static @Nullable Long status(SpanData span) {
        var status = known(span, "status", "UNKNOWN");
        return status == null ? null : Long.valueOf(status);
    }

    @Override
    public String getName() {
        var route = told.get(ROUTE);
        return told.get(METHOD) + (route == null ? "" : " " + route);
    }

    @Override
    public Attributes getAttributes() {
        return told;
    }

    @Override
    public int getTotalAttributeCount() {
        return told.size();
    }

    @Override
    public StatusData getStatus() {
        var status = told.get(STATUS);
        return status == null || status >= FAULT_OF_THE_SERVICE ? StatusData.error() : StatusData.unset();
    }

    @Override
    public SpanContext getSpanContext() {
        var context = super.getSpanContext();
        return SpanContext.create(
                context.getTraceId(), context.getSpanId(), context.getTraceFlags(), TraceState.getDefault());
    }

    @Override
    public SpanContext getParentSpanContext() {
        var parent = super.getParentSpanContext();
        return parent.isRemote()
                ? SpanContext.createFromRemoteParent(
                        parent.getTraceId(), parent.getSpanId(), parent.getTraceFlags(), TraceState.getDefault())
                : parent;
    }

    @Override
    public List<EventData> getEvents() {
        return List.of();
    }

    @Override
    public int getTotalRecordedEvents() {
        return 0;
    }

    @Override
    public List<LinkData> getLinks() {
        return List.of();
    }

    @Override
    public int getTotalRecordedLinks() {
        return 0;
    }
}
