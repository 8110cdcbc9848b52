package consular.cases.web.identity;

import consular.cases.web.limits.RateLimit;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.JwkSetUriJwtDecoderBuilderCustomizer;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.annotation.Order;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtAudienceValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.JwtTypeValidator;
import org.springframework.security.oauth2.server.resource.OAuth2ProtectedResourceMetadata;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.client.RestTemplate;

/**
 * Bearer tokens of the identity provider that Spring Boot's properties name. Spring Boot puts the checks that are declared here to those
 * of signature and issuer.
 */
@Configuration(proxyBeanMethods = false)
@Profile("production")
@EnableConfigurationProperties(TokenProperties.class)
class ProductionSecurity {
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(2);
    private static final Duration LONGEST_READ = Duration.ofSeconds(5);

    /** A token of access by RFC 9068, or of an issuer that says nothing more than JWT. */
    private static final List<String> TYPES = List.of("at+jwt", "application/at+jwt", "JWT");

    @Bean
    OAuth2TokenValidator<Jwt> audience(TokenProperties properties) {
        return new JwtAudienceValidator(properties.audience());
    }

    /** A token that never expires is none. */
    @Bean
    OAuth2TokenValidator<Jwt> times(TokenProperties properties) {
        var times = new JwtTimestampValidator(properties.clockSkew());
        times.setAllowEmptyExpiryClaim(false);
        return times;
    }

    @Bean
    OAuth2TokenValidator<Jwt> type() {
        var type = new JwtTypeValidator(TYPES);
        type.setAllowEmpty(true);
        return type;
    }

    /** Whatever keys the issuer publishes: only these algorithms, no waiting for it without an end, and no asking at every turn. */
    @Bean
    JwkSetUriJwtDecoderBuilderCustomizer signatures(OAuth2ResourceServerProperties properties) {
        var allowed = properties.getJwt().getJwsAlgorithms().stream()
                .map(ProductionSecurity::algorithm)
                .toList();
        var patient = new SimpleClientHttpRequestFactory();
        patient.setConnectTimeout(LONGEST_CONNECT);
        patient.setReadTimeout(LONGEST_READ);
        var issuer = new RestTemplate(patient);
        issuer.setInterceptors(List.of(new IssuerAnswers(TimeMeter.SYSTEM_NANOTIME)));
        return decoder -> decoder.restOperations(issuer).jwsAlgorithms(algorithms -> {
            algorithms.clear();
            algorithms.addAll(allowed);
        });
    }

    /** Signatures that only the issuer can make: none with a shared secret, and not none at all. */
    private static SignatureAlgorithm algorithm(String name) {
        return Optional.ofNullable(SignatureAlgorithm.from(name))
                .orElseThrow(() -> new IllegalArgumentException(
                        "spring.security.oauth2.resourceserver.jwt.jws-algorithms: no token is trusted for " + name));
    }

    @Bean
    @Order(2)
    SecurityFilterChain production(
            HttpSecurity http, TokenProperties properties, OAuth2ResourceServerProperties server, RateLimit limit) {
        var challenge = new BearerChallenge();
        var entryPoint = limit.guard(challenge);
        return HttpRules.protect(http, entryPoint)
                .headers(headers -> headers.addHeaderWriter(challenge))
                .oauth2ResourceServer(resource -> resource.authenticationEntryPoint(entryPoint)
                        .accessDeniedHandler(HttpRules.DENIED)
                        .protectedResourceMetadata(about -> about.protectedResourceMetadataCustomizer(description ->
                                describe(description, server.getJwt().getIssuerUri())))
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(new TokenReader(properties))))
                .build();
    }

    /** What anybody may read of this service as a resource (RFC 9728): whose tokens it takes. */
    private static void describe(OAuth2ProtectedResourceMetadata.Builder description, @Nullable String issuer) {
        description.tlsClientCertificateBoundAccessTokens(false);
        if (issuer != null) {
            description.authorizationServer(issuer);
        }
    }
}
