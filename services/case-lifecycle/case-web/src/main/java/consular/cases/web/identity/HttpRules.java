package consular.cases.web.identity;

import consular.cases.web.json.ProblemWriter;
import consular.cases.web.problem.ProblemCode;
import jakarta.servlet.DispatcherType;
import org.springframework.context.ApplicationContext;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/** What holds for every request, however people sign in. */
final class HttpRules {
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    /** The documentation page brings its own scripts and styles, and may call this service. */
    private static final String OWN_PAGES =
            "default-src 'self'; style-src 'self' 'unsafe-inline'; " + "img-src 'self' data:; frame-ancestors 'none'";

    static final AccessDeniedHandler DENIED = (request, response, _) ->
            ProblemWriter.write(request, response, ProblemCode.FORBIDDEN_ROLE, "not for your role");

    private HttpRules() {}

    /** What anybody may see: how the service is, and how it is used. */
    static final String[] OPEN = {"/actuator/health", "/actuator/health/**", "/actuator/prometheus"};

    static final String[] DOCUMENTATION = {
        "/v3/api-docs", "/v3/api-docs.yaml", "/v3/api-docs/**", "/swagger-ui.html", "/swagger-ui/**"
    };

    /** Signed in for everything but the open paths; roles are RoleGate's business, posts the controllers'. */
    static HttpSecurity protect(HttpSecurity http, AuthenticationEntryPoint entryPoint) {
        return stateless(http, NOTHING)
                .authorizeHttpRequests(requests -> requests
                        // a failure that is being explained was let in, or refused, before
                        .dispatcherTypeMatchers(DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers(OPEN)
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasRole("ADMIN")
                        .anyRequest()
                        .authenticated())
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(entryPoint).accessDeniedHandler(DENIED));
    }

    static HttpSecurity document(HttpSecurity http) {
        return stateless(http.securityMatcher(DOCUMENTATION), OWN_PAGES)
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll());
    }

    /** TLS ends before this service, which sees none of it; where clients reach it is known. */
    private static boolean isReachedByTls(HttpSecurity http) {
        return http.getSharedObject(ApplicationContext.class)
                .getEnvironment()
                .getProperty("consular.public-url", "")
                .startsWith("https:");
    }

    private static HttpSecurity stateless(HttpSecurity http, String contentPolicy) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.httpStrictTransportSecurity(
                                hsts -> hsts.requestMatcher(isReachedByTls(http) ? _ -> true : _ -> false))
                        .contentSecurityPolicy(policy -> policy.policyDirectives(contentPolicy))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)));
    }
}
