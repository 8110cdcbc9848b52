package consular.cases.service;

import consular.cases.kafka.KafkaProperties;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Refuses to start while a setting that a profile needs is missing, with production and another, or with a collector that nobody could send to,
 * before anything else is tried. It ends the process itself, since Spring Boot would tell the same in a page of text.
 */
final class ProductionSettings implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(ProductionSettings.class);
    private static final List<String> REQUIRED = List.of(
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.datasource.password",
            "spring.security.oauth2.resourceserver.jwt.issuer-uri",
            "consular.public-url",
            "consular.ledger.origin",
            "consular.ledger.signing-key",
            "consular.ledger.key-encryption-key",
            "consular.ledger.checkpoints");

    private static final String TRIALS_ONLY = "consular.webhooks.allow-loopback";

    private static final String COLLECTOR = "management.opentelemetry.tracing.export.otlp.endpoint";
    private static final Pattern WITH_PATH = Pattern.compile("https?://[^/\\s]+/\\S+");

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var environment = event.getEnvironment();
        if (environment.acceptsProfiles(Profiles.of("kafka"))
                && isMissing(KafkaProperties.BOOTSTRAP_SERVERS, environment)) {
            refuse("the profile kafka needs " + variable(KafkaProperties.BOOTSTRAP_SERVERS)
                    + ": set it and start again");
        }
        var collector = environment.getProperty(COLLECTOR);
        if (collector != null && !WITH_PATH.matcher(collector).matches()) {
            refuse(variable(COLLECTOR) + " is to be the address of a collector of traces with its path, such as"
                    + " http://collector:4318/v1/traces: correct it, or leave it away, and start again");
        }
        if (environment.acceptsProfiles(Profiles.of("production & (local | simulation)"))) {
            refuse("the profile production stands alone: start without local and simulation");
        } else if (environment.acceptsProfiles(Profiles.of("production"))) {
            var missing = REQUIRED.stream()
                    .filter(name -> isMissing(name, environment))
                    .map(ProductionSettings::variable)
                    .toList();
            if (!missing.isEmpty()) {
                refuse("the profile production needs " + String.join(", ", missing) + ": set them and start again");
            }
            if (environment.getProperty(TRIALS_ONLY, Boolean.class, false)) {
                refuse("the profile production sends webhooks to other machines only: start without " + TRIALS_ONLY);
            }
        }
    }

    private static void refuse(String why) {
        LOG.error(why);
        Runtime.getRuntime().exit(1);
    }

    /** After the configuration files have been read and logging is up. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    private static boolean isMissing(String name, Environment environment) {
        var value = environment.getProperty(name);
        return value == null || value.isBlank();
    }

    /** The environment variable that Spring Boot binds to a property. */
    private static String variable(String property) {
        return property.replace('-', '_').replace('.', '_').toUpperCase(Locale.ROOT);
    }
}
