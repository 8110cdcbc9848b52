package consular.cases.application.webhooks;

import consular.cases.application.LogNews;
import consular.cases.application.accesses.AccessLog;
import consular.cases.application.webhooks.targets.Targets;
import io.micrometer.core.instrument.MeterRegistry;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;

/**
 * The delivery of webhooks; import it where events are to be sent. It expects {@link Deliveries}, {@link Subscriptions} and an
 * {@link OutgoingLog}. Receivers live by the wall clock, whatever a simulation shows.
 */
public class WebhookDelivery {

    @Bean
    HttpSender webhookSender(Targets targets, WebhookProperties properties) {
        return new HttpSender(targets, properties);
    }

    @Bean
    Deliverers webhookDeliverers(
            Deliveries deliveries,
            Subscriptions subscriptions,
            OutgoingLog log,
            AccessLog accesses,
            HttpSender sender,
            LogNews news,
            MeterRegistry registry,
            WebhookProperties properties,
            @Value("${spring.datasource.hikari.maximum-pool-size:10}") int connections) {
        var clock = InstantSource.system();
        new WebhookMeters(subscriptions, news, clock).register(registry);
        var erasures = new AtomicLong();
        news.onErasure(erasures::incrementAndGet);
        var share = ConnectionShare.among(connections);
        var means = new Delivery.Means(
                new PlacedDeliveries(deliveries, share),
                new PlacedLog(log, share),
                accesses,
                WebhookMeters.measured(sender, registry),
                clock,
                new SecureRandom(),
                erasures::get,
                properties);
        return new Deliverers(means, news);
    }
}
