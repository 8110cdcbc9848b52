package consular.cases.web.identity;

import consular.cases.web.json.ProblemWriter;
import consular.cases.web.problem.ProblemCode;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;

/** Bearer tokens of the identity provider that Spring Boot's properties name. */
@Configuration(proxyBeanMethods = false)
@Profile("production")
@EnableConfigurationProperties(TokenProperties.class)
class ProductionSecurity {
    private static final BearerTokenAuthenticationEntryPoint CHALLENGE = new BearerTokenAuthenticationEntryPoint();
    private static final AuthenticationEntryPoint ENTRY_POINT = (request, response, failure) -> {
        CHALLENGE.commence(request, response, failure);
        ProblemWriter.write(request, response, ProblemCode.UNAUTHENTICATED, "a valid bearer token is needed");
    };

    /** Spring Boot adds it to the checks of signature, issuer and times. */
    @Bean
    OAuth2TokenValidator<Jwt> audience(TokenProperties properties) {
        return new JwtAudienceValidator(properties.audience());
    }

    @Bean
    @Order(2)
    SecurityFilterChain production(HttpSecurity http, TokenProperties properties) {
        return HttpRules.protect(http, ENTRY_POINT)
                .oauth2ResourceServer(server -> server.authenticationEntryPoint(ENTRY_POINT)
                        .accessDeniedHandler(HttpRules.DENIED)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(new TokenReader(properties))))
                .build();
    }
}
