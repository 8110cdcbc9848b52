package consular.cases.web.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who is held to a limit: a person, or an address where nobody is signed in. */
final class Client {
    private Client() {}

    /** The name of whoever is signed in. */
    static Optional<String> person() {
        return Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                .filter(who -> !(who instanceof AnonymousAuthenticationToken))
                .map(Authentication::getName);
    }

    /** Where a request comes from. */
    static String address(HttpServletRequest request) {
        return AddressBlock.of(request.getRemoteAddr());
    }
}
