package consular.cases.kafka;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.metrics.KafkaMetric;
import org.apache.kafka.common.metrics.MetricsReporter;

/** Makes the closing of a client fail. */
public final class Unclosable implements MetricsReporter {

    @Override
    public void init(List<KafkaMetric> metrics) {}

    @Override
    public void metricChange(KafkaMetric metric) {}

    @Override
    public void metricRemoval(KafkaMetric metric) {}

    @Override
    public void close() {
        throw new AssertionError("it can't be closed");
    }

    @Override
    public void configure(Map<String, ?> settings) {}
}
