package consular.cases.web.identity;

import consular.cases.web.json.ProblemWriter;
import consular.cases.web.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.server.resource.web.BearerTokenAuthenticationEntryPoint;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.header.HeaderWriter;

/**
 * Tells whoever is turned away what a token would have to be, in the words of RFC 6750: 401 when there is none or it is not accepted,
 * 403 when it is, and does not allow this.
 */
final class BearerChallenge implements AuthenticationEntryPoint, HeaderWriter {
    private static final String REALM = "consular cases";
    private static final String NOT_ENOUGH = "Bearer realm=\"" + REALM + "\", error=\"insufficient_scope\", "
            + "error_description=\"the roles or posts of the token do not allow this\"";

    /** What Spring Security puts before the reason. */
    private static final String PREAMBLE = "An error occurred while attempting to decode the Jwt: ";

    private final BearerTokenAuthenticationEntryPoint header = new BearerTokenAuthenticationEntryPoint();

    BearerChallenge() {
        header.setRealmName(REALM);
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        header.commence(request, response, failure);
        ProblemWriter.write(request, response, ProblemCode.UNAUTHENTICATED, detail(failure));
    }

    private static String detail(AuthenticationException failure) {
        if (failure instanceof OAuth2AuthenticationException refused
                && refused.getError().getDescription() != null) {
            return "the bearer token is not accepted: "
                    + refused.getError().getDescription().replace(PREAMBLE, "");
        }
        return "a valid bearer token is needed";
    }

    /** Called when the status is settled and before the first byte leaves, whoever refused. */
    @Override
    public void writeHeaders(HttpServletRequest request, HttpServletResponse response) {
        if (response.getStatus() == HttpStatus.FORBIDDEN.value()) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, NOT_ENOUGH);
        }
    }
}
