package consular.cases.web.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.observation.SecurityObservationSettings;

/** Each request is measured as a whole; nobody reads how long each filter of it took, and measuring that costs more than they do. */
@Configuration(proxyBeanMethods = false)
class UnobservedSecurity {
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }
}
