package consular.cases.web.identity;

import static consular.cases.domain.people.Role.ADJUDICATOR;
import static consular.cases.domain.people.Role.ADMIN;
import static consular.cases.domain.people.Role.AUDITOR;
import static consular.cases.domain.people.Role.DASHBOARD;
import static consular.cases.domain.people.Role.DEPARTMENT;
import static consular.cases.domain.people.Role.INTAKE;
import static consular.cases.domain.people.Role.SUPERVISOR;
import static java.nio.charset.StandardCharsets.UTF_8;

import consular.cases.domain.people.OfficerId;
import consular.cases.domain.people.Role;
import consular.cases.domain.people.Supervision;
import consular.cases.domain.posts.PostCode;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/**
 * The demo users of the profiles {@code local} and {@code simulation}. Their password is no secret, so it is compared as
 * it is: a slow hash would protect nothing and cost more than the command.
 */
final class DemoUsers implements AuthenticationProvider {
    private static final byte[] PASSWORD = "local".getBytes(UTF_8);
    private static final Supervision OF_BOTH_OFFICERS =
            Supervision.of(Set.of(new OfficerId("officer-a"), new OfficerId("officer-b")));
    private static final Map<String, SignedIn> USERS = Stream.of(
                    user("officer-a", ADJUDICATOR, false),
                    user("officer-b", ADJUDICATOR, false),
                    supervisor("supervisor-a", true),
                    supervisor("supervisor-x", false),
                    user("visa-office", DEPARTMENT, false),
                    user("intake", INTAKE, false),
                    user("auditor", AUDITOR, false),
                    user("dashboard", DASHBOARD, false),
                    user("admin", ADMIN, false),
                    new SignedIn(
                            "officer-cdj",
                            Set.of(ADJUDICATOR),
                            false,
                            false,
                            Set.of(new PostCode("CDJ")),
                            Supervision.OF_NOBODY))
            .collect(Collectors.toUnmodifiableMap(SignedIn::name, Function.identity()));

    private static SignedIn user(String name, Role role, boolean commissioned) {
        return new SignedIn(name, Set.of(role), commissioned, true, Set.of(), Supervision.OF_NOBODY);
    }

    private static SignedIn supervisor(String name, boolean commissioned) {
        return new SignedIn(name, Set.of(SUPERVISOR), commissioned, true, Set.of(), OF_BOTH_OFFICERS);
    }

    @Override
    public Authentication authenticate(Authentication presented) {
        var user = USERS.get(presented.getName());
        if (user == null || !isPassword(presented.getCredentials())) {
            throw new BadCredentialsException("no such user and password");
        }
        return new SignedInToken(user);
    }

    private static boolean isPassword(@Nullable Object credentials) {
        return credentials != null
                && MessageDigest.isEqual(PASSWORD, credentials.toString().getBytes(UTF_8));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
