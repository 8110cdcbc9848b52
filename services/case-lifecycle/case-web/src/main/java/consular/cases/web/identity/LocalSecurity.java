package consular.cases.web.identity;

import consular.cases.web.json.ProblemWriter;
import consular.cases.web.limits.RateLimit;
import consular.cases.web.problem.ProblemCode;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;

/** Demo users with HTTP Basic, for a service that is bound to the loopback. */
@Configuration(proxyBeanMethods = false)
@Profile("(local | simulation) & !production")
class LocalSecurity {
    private static final AuthenticationEntryPoint ENTRY_POINT = (request, response, _) -> {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"consular cases\", charset=\"UTF-8\"");
        ProblemWriter.write(request, response, ProblemCode.UNAUTHENTICATED, "a user and password are needed");
    };

    @Bean
    AuthenticationManager demoUsers() {
        return new ProviderManager(new DemoUsers());
    }

    @Bean
    @Order(2)
    SecurityFilterChain local(HttpSecurity http, AuthenticationManager demoUsers, RateLimit limit) {
        var entryPoint = limit.guard(ENTRY_POINT);
        return HttpRules.protect(http, entryPoint)
                .authenticationManager(demoUsers)
                .httpBasic(basic -> basic.authenticationEntryPoint(entryPoint))
                .build();
    }
}
