package consular.cases.service.tracing;

import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingProperties;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.SdkTracerProviderBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Where traces go: to the collector whose address the operator gives, or nowhere. Every request has its ids in either case; without a
 * collector nothing else is kept of it, and nothing runs.
 */
@Configuration(proxyBeanMethods = false)
class TraceExport {
    @Bean
    SdkTracerProviderBuilderCustomizer idsAlone(ObjectProvider<SpanExporter> collectors) {
        return provider -> {
            if (collectors.stream().findAny().isEmpty()) {
                provider.setSampler(Sampler.alwaysOff());
            }
        };
    }

    /** In place of Spring Boot's, whose thread runs without a collector as well. */
    @Bean
    @Nullable
    BatchSpanProcessor spanProcessor(ObjectProvider<SpanExporter> collectors, OpenTelemetryTracingProperties settings) {
        var collector = collectors.getIfAvailable();
        if (collector == null) {
            return null;
        }
        var export = settings.getExport();
        return BatchSpanProcessor.builder(new RequestSpans(collector))
                .setExporterTimeout(export.getTimeout())
                .setMaxExportBatchSize(export.getMaxBatchSize())
                .setMaxQueueSize(export.getMaxQueueSize())
                .setScheduleDelay(export.getScheduleDelay())
                .build();
    }
}
