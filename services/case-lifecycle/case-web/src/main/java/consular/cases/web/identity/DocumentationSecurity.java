package consular.cases.web.identity;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;

/** The description of the interface is open to anybody who reaches the service. */
@Configuration(proxyBeanMethods = false)
class DocumentationSecurity {
    @Bean
    @Order(1)
    SecurityFilterChain documentation(HttpSecurity http) {
        return HttpRules.document(http).build();
    }
}
