package consular.cases.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.function.Supplier;

/** Who asks. It is asked for anew with each request, so that a token can be replaced before it expires. */
@FunctionalInterface
public interface Credentials {

    /** The value of the header {@code Authorization}. */
    String authorization();

    /** HTTP Basic, which the profiles {@code local} and {@code simulation} take. */
    static Credentials basic(String user, String password) {
        var value = "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
        return () -> value;
    }

    /** A bearer token of the identity provider, which the profile {@code production} takes (RFC 6750). */
    static Credentials bearer(Supplier<String> token) {
        return () -> "Bearer " + token.get();
    }
}
