package consular.cases.web.identity;

import consular.cases.domain.people.Role;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A person who has signed in, as Spring Security keeps it; the authorities are {@code ROLE_} and the role. */
final class SignedInToken extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient SignedIn person;
    private final @Nullable Instant until;

    SignedInToken(SignedIn person) {
        this(person, null);
    }

    /** @param until when the person has to sign in again; null where nobody has to */
    SignedInToken(SignedIn person, @Nullable Instant until) {
        super(authorities(person));
        this.person = person;
        this.until = until;
        setAuthenticated(true);
    }

    private static Collection<GrantedAuthority> authorities(SignedIn person) {
        return person.roles().stream()
                .map(Role::name)
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
    }

    @Nullable
    Instant until() {
        return until;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public SignedIn getPrincipal() {
        return person;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return super.equals(other)
                && other instanceof SignedInToken token
                && token.person.equals(person)
                && Objects.equals(token.until, until);
    }

    @Override
    public int hashCode() {
        return person.hashCode();
    }
}
