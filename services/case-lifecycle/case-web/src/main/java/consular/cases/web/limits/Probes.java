package consular.cases.web.limits;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What anybody may ask of how the service is; told by the same reading of an address that lets it in. */
final class Probes {
    private static final RequestMatcher LIVENESS = path("/actuator/health/liveness");
    private static final RequestMatcher HEALTH = path("/actuator/health/**");
    private static final RequestMatcher METRICS = path("/actuator/prometheus");

    private Probes() {}

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    /** Whether a request is any of them. */
    static boolean isOne(HttpServletRequest request) {
        return isOfHealth(request) || isOfMetrics(request);
    }

    /** Whether it asks if the service has to be killed: told from memory. */
    static boolean isOfLiveness(HttpServletRequest request) {
        return LIVENESS.matches(request);
    }

    /** Whether it asks if the service can be sent requests, or how its parts are: the database is asked. */
    static boolean isOfHealth(HttpServletRequest request) {
        return HEALTH.matches(request);
    }

    /** Whether it asks what is measured: the database is asked a dozen times. */
    static boolean isOfMetrics(HttpServletRequest request) {
        return METRICS.matches(request);
    }
}
