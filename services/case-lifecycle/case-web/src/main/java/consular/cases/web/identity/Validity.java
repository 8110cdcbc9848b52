package consular.cases.web.identity;

import java.time.Instant;
import java.util.Optional;
import org.springframework.security.core.Authentication;

/** For how long it is known who somebody is. An answer that goes on and on must not outlast it. */
public final class Validity {
    private Validity() {}

    /** When the person has to sign in again; empty where nobody has to. */
    public static Optional<Instant> of(Authentication authentication) {
        return authentication instanceof SignedInToken token ? Optional.ofNullable(token.until()) : Optional.empty();
    }
}
