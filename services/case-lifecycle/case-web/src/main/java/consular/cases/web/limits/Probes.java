package consular.cases.web.limits;

import jakarta.servlet.http.HttpServletRequest;

/** What asks how the service is. */
final class Probes {
    private static final String ROOT = "/actuator/";

    private Probes() {}

    /** Whether a request is one. An address that is written in another way is none, and has to keep to the limits. */
    static boolean isOne(HttpServletRequest request) {
        return request.getRequestURI().startsWith(ROOT);
    }
}
