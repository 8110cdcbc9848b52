package consular.cases.web.identity;

import consular.cases.domain.people.Role;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A person who has signed in, as Spring Security keeps it; the authorities are {@code ROLE_} and the role. */
final class SignedInToken extends AbstractAuthenticationToken {
    private static final long serialVersionUID = 1L;

    private final transient SignedIn person;

    SignedInToken(SignedIn person) {
        super(authorities(person));
        this.person = person;
        setAuthenticated(true);
    }

    private static Collection<GrantedAuthority> authorities(SignedIn person) {
        return person.roles().stream()
                .map(Role::name)
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
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
        return super.equals(other) && other instanceof SignedInToken token && token.person.equals(person);
    }

    @Override
    public int hashCode() {
        return person.hashCode();
    }
}
