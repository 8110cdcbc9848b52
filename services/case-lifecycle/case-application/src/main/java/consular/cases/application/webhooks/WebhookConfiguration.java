package consular.cases.application.webhooks;

import consular.cases.application.webhooks.targets.Targets;
import consular.ledger.postgres.secrets.KeyWrapping;
import java.net.InetAddress;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What subscriptions are kept with, wherever there are any. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookProperties.class)
class WebhookConfiguration {

    @Bean
    Targets webhookTargets(WebhookProperties properties) {
        return new Targets(InetAddress::getAllByName, properties.ports(), properties.allowLoopback());
    }

    @Bean
    SecretKeeper webhookSecrets(KeyWrapping wrapping) {
        return new WrappedSecrets(wrapping);
    }
}
