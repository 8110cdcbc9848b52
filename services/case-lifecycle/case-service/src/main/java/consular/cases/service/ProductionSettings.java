package consular.cases.service;

import java.util.List;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Refuses to start in production while a setting is missing, before anything else is tried. */
final class ProductionSettings implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {
    static final List<String> REQUIRED = List.of(
            "spring.datasource.url",
            "spring.datasource.username",
            "spring.datasource.password",
            "spring.security.oauth2.resourceserver.jwt.issuer-uri");

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        var environment = event.getEnvironment();
        if (environment.acceptsProfiles(Profiles.of("production"))) {
            var missing = REQUIRED.stream()
                    .filter(name -> isMissing(name, environment))
                    .toList();
            if (!missing.isEmpty()) {
                throw new MissingSettings(
                        missing.stream().map(ProductionSettings::variable).toList());
            }
        }
    }

    /** After the configuration files have been read. */
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
        return property.replace("-", "").replace('.', '_').toUpperCase(java.util.Locale.ROOT);
    }
}
