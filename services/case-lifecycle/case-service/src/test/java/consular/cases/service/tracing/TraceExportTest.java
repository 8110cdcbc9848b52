package consular.cases.service.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.SpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.tracing.autoconfigure.MicrometerTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration;
import org.springframework.boot.opentelemetry.autoconfigure.OpenTelemetrySdkAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What there is with a collector, and without one. */
class TraceExportTest {
    private static final String ENDPOINT =
            "management.opentelemetry.tracing.export.otlp.endpoint=http://127.0.0.1:9/v1/traces";

    private final ApplicationContextRunner runner = new ApplicationContextRunner()
            .withUserConfiguration(TraceExport.class)
            .withConfiguration(AutoConfigurations.of(
                    OpenTelemetrySdkAutoConfiguration.class,
                    OpenTelemetryTracingAutoConfiguration.class,
                    OtlpTracingAutoConfiguration.class,
                    MicrometerTracingAutoConfiguration.class));

    @Test
    void without_a_collector_nothing_is_kept_and_nothing_runs() {
        runner.run(context -> {
            assertThat(context).hasNotFailed();
            assertThat(context.getBeanProvider(SpanExporter.class)).isEmpty();
            assertThat(context.getBeanProvider(SpanProcessor.class)).isEmpty();
            assertThat(context.getBean(SdkTracerProvider.class).getSampler()).isEqualTo(Sampler.alwaysOff());
        });
    }

    @Test
    void with_one_as_much_is_told_as_was_asked_for() {
        runner.withPropertyValues(ENDPOINT, "management.tracing.sampling.probability=0.25")
                .run(context -> {
                    assertThat(context).hasNotFailed();
                    assertThat(context.getBeanProvider(SpanProcessor.class)).hasSize(1);
                    assertThat(context.getBean(SdkTracerProvider.class)
                                    .getSampler()
                                    .getDescription())
                            .contains("root:TraceIdRatioBased{0.250000}");
                });
    }
}
