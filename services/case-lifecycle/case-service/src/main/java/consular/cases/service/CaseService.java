package consular.cases.service;

import consular.cases.application.CaseApplicationConfiguration;
import consular.cases.application.webhooks.WebhookDelivery;
import consular.cases.kafka.KafkaPublishing;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/**
 * The visa case service. Profiles: {@code local} (the default) with an embedded PostgreSQL and demo
 * users, {@code simulation} the same with a clock that can be set, {@code production} with a real
 * PostgreSQL and bearer tokens; beside any of them {@code kafka}, which publishes the log.
 */
@SpringBootApplication(
        scanBasePackages = {"consular.cases.service", "consular.cases.web", "consular.cases.projections"})
@Import({CaseApplicationConfiguration.class, WebhookDelivery.class, KafkaPublishing.class})
public class CaseService {
    /** Starts the service; see the README for the arguments. */
    public static void main(String[] arguments) {
        var application = new SpringApplication(CaseService.class);
        application.addListeners(new ProductionSettings(), new EmbeddedPostgresStarter());
        try {
            application.run(arguments);
        } catch (RuntimeException failure) {
            EmbeddedPostgresStarter.abandon();
            throw failure;
        }
    }
}
