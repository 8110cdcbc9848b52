package consular.cases.kafka;

import consular.cases.application.LogNews;
import consular.cases.application.publishing.PublishedLog;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.util.UUID;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Publishes the log under the profile {@code kafka}, and is nothing without it; import it where that may be wanted. It expects a
 * {@link PublishedLog} and a database that has been migrated by {@code db/migration/cases}.
 */
@Configuration(proxyBeanMethods = false)
@Profile("kafka")
@EnableConfigurationProperties(KafkaProperties.class)
public class KafkaPublishing {

    @Bean
    Publisher kafkaPublisher(
            PublishedLog log,
            LogNews news,
            JdbcClient jdbc,
            Clock clock,
            MeterRegistry registry,
            KafkaProperties properties) {
        Topic.check(properties);
        var publications = new Publications(jdbc, properties.topic(), UUID.randomUUID(), properties.lease());
        var publisher = new Publisher(log, news, publications, properties);
        new KafkaMeters(publications, log, news, clock).register(registry, publisher);
        return publisher;
    }
}
