package consular.cases.web.problem;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.springframework.http.HttpStatus;

/**
 * What can go wrong at the edge, for machines; what the law objects to has codes of its own. The names are promised to
 * clients.
 */
public enum ProblemCode {
    MALFORMED_REQUEST(HttpStatus.BAD_REQUEST, "The request can't be understood"),
    UNAUTHENTICATED(HttpStatus.UNAUTHORIZED, "Sign in first"),
    FORBIDDEN_ROLE(HttpStatus.FORBIDDEN, "Your role does not allow this"),
    FORBIDDEN_POST(HttpStatus.FORBIDDEN, "You are not signed in for this post"),
    NOT_FOUND(HttpStatus.NOT_FOUND, "There is no such thing"),
    METHOD_NOT_ALLOWED(HttpStatus.METHOD_NOT_ALLOWED, "The method is not allowed here"),
    NOT_ACCEPTABLE(HttpStatus.NOT_ACCEPTABLE, "The answer is not available in that form"),
    CONCURRENT_MODIFICATION(HttpStatus.CONFLICT, "The case kept changing"),
    REBUILD_UNDER_WAY(HttpStatus.CONFLICT, "The read models are being rebuilt"),
    DEAD_LETTER_BUSY(HttpStatus.CONFLICT, "The dead letter is being tried"),
    TOO_MANY_SUBSCRIPTIONS(HttpStatus.CONFLICT, "There are as many subscriptions as there may be"),
    VERSION_MISMATCH(HttpStatus.PRECONDITION_FAILED, "The case has another version"),
    PAYLOAD_TOO_LARGE(HttpStatus.CONTENT_TOO_LARGE, "The body is too large"),
    UNSUPPORTED_MEDIA_TYPE(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "The body is not JSON"),
    IDEMPOTENCY_KEY_REUSED(HttpStatus.UNPROCESSABLE_CONTENT, "The idempotency key belongs to another request"),
    CASE_FULL(HttpStatus.UNPROCESSABLE_CONTENT, "The case has as much in it as a case may have"),
    TARGET_REFUSED(HttpStatus.UNPROCESSABLE_CONTENT, "Events may not be sent there"),
    NOT_ATTEMPTED(HttpStatus.FAILED_DEPENDENCY, "An earlier command on the case failed"),
    TOO_MANY_REQUESTS(HttpStatus.TOO_MANY_REQUESTS, "You ask too much at once"),
    INTERNAL_ERROR(HttpStatus.INTERNAL_SERVER_ERROR, "The service failed"),
    NOT_YET_VISIBLE(HttpStatus.SERVICE_UNAVAILABLE, "The read model is behind"),
    CASE_HELD_BACK(HttpStatus.SERVICE_UNAVAILABLE, "An event of the case is a dead letter"),
    TOO_MANY_FOLLOWERS(HttpStatus.SERVICE_UNAVAILABLE, "Too many follow the log"),
    TOO_MANY_IMPORTS(HttpStatus.SERVICE_UNAVAILABLE, "Too many imports are under way"),
    SERVICE_UNAVAILABLE(HttpStatus.SERVICE_UNAVAILABLE, "The service can't work just now");

    /** What no framework means by its status. */
    private static final Set<ProblemCode> OF_OUR_OWN =
            EnumSet.of(FORBIDDEN_POST, NOT_YET_VISIBLE, CASE_HELD_BACK, TOO_MANY_FOLLOWERS, TOO_MANY_IMPORTS);

    private final HttpStatus status;
    private final String title;

    ProblemCode(HttpStatus status, String title) {
        this.status = status;
        this.title = title;
    }

    public HttpStatus status() {
        return status;
    }

    /** A short sentence for people, always the same for the code. */
    public String title() {
        return title;
    }

    /** The {@code type} of a problem with that code, from here or from the law: stable, not to be dereferenced. */
    public static String type(String code) {
        return "urn:consular:problem:" + code.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The code for a status that a framework settled on. */
    public static ProblemCode of(int status) {
        for (var code : values()) {
            if (code.status.value() == status && !OF_OUR_OWN.contains(code)) {
                return code;
            }
        }
        return status >= 400 && status < 500 ? MALFORMED_REQUEST : INTERNAL_ERROR;
    }
}
