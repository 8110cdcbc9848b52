package consular.cases.web.identity;

import consular.cases.domain.people.OfficerId;
import consular.cases.domain.people.Role;
import consular.cases.domain.people.Supervision;
import consular.cases.domain.posts.PostCode;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Reads the person off a bearer token whose signature, issuer, times and audience have been checked. */
final class TokenReader implements Converter<Jwt, AbstractAuthenticationToken> {
    private static final String EVERY = "*";

    /** A token can't make a person the service itself. */
    private static final Map<String, Role> ROLES = Arrays.stream(Role.values())
            .filter(role -> role != Role.SERVICE)
            .collect(Collectors.toUnmodifiableMap(Role::name, Function.identity()));

    private final TokenProperties properties;

    TokenReader(TokenProperties properties) {
        this.properties = properties;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        var posts = texts(token, properties.postsClaim());
        var supervised = texts(token, properties.supervisesClaim());
        var person = new SignedIn(
                name(token),
                texts(token, properties.rolesClaim()).stream()
                        .filter(ROLES::containsKey)
                        .map(ROLES::get)
                        .collect(Collectors.toSet()),
                Boolean.TRUE.equals(token.getClaim(properties.commissionedClaim())),
                posts.contains(EVERY),
                named(posts, PostCode::new),
                new Supervision(supervised.contains(EVERY), named(supervised, OfficerId::new)));
        return new SignedInToken(person, token.getExpiresAt());
    }

    private static <T> Set<T> named(Set<String> texts, Function<String, T> read) {
        return texts.stream().filter(text -> !text.equals(EVERY)).map(read).collect(Collectors.toSet());
    }

    private String name(Jwt token) {
        @Nullable Object name = token.getClaim(properties.nameClaim());
        if (!(name instanceof String text) || text.isBlank() || text.equals(OfficerId.SERVICE.value())) {
            throw new InvalidBearerTokenException("the token names nobody");
        }
        return text;
    }

    /** The texts of a list, or of a single text; empty when the claim is missing or something else. */
    private static Set<String> texts(Jwt token, String claim) {
        @Nullable Object value = token.getClaim(claim);
        var values = value instanceof Collection<?> many ? many : value == null ? List.of() : List.of(value);
        return values.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(Collectors.toSet());
    }
}
