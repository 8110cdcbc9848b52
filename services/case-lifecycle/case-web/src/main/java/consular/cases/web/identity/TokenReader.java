package consular.cases.web.identity;

import consular.cases.domain.people.OfficerId;
import consular.cases.domain.people.Role;
import consular.cases.domain.people.Supervision;
import consular.cases.domain.posts.PostCode;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.InvalidBearerTokenException;

/** Reads the person off a bearer token whose signature, issuer, times and audience have been checked. */
final class TokenReader implements Converter<Jwt, AbstractAuthenticationToken> {
    private static final String EVERY = "*";

    /** As long as a subject may be by OpenID Connect, and nothing that a log line or a header could not hold. */
    private static final Pattern NAME = Pattern.compile("[\\P{Cntrl}&&\\P{Cs}]{1,255}");

    private final ClaimPath name;
    private final ClaimPath roles;
    private final ClaimPath posts;
    private final ClaimPath commissioned;
    private final ClaimPath supervises;
    private final String postsPrefix;
    private final Map<Role, Set<String>> roleNames;

    TokenReader(TokenProperties properties) {
        name = new ClaimPath(properties.nameClaim());
        roles = new ClaimPath(properties.rolesClaim());
        posts = new ClaimPath(properties.postsClaim());
        commissioned = new ClaimPath(properties.commissionedClaim());
        supervises = new ClaimPath(properties.supervisesClaim());
        postsPrefix = properties.postsPrefix();
        var names = new EnumMap<Role, Set<String>>(Role.class);
        // names of groups are given out for other ends too: once any role has a name of the issuer's, no other is taken
        // for one
        var byOwnName = properties.naming().isEmpty();
        // a token can't make a person the service itself
        Arrays.stream(Role.values())
                .filter(role -> role != Role.SERVICE)
                .forEach(role -> names.put(
                        role, properties.naming().getOrDefault(role, byOwnName ? Set.of(role.name()) : Set.of())));
        roleNames = Collections.unmodifiableMap(names);
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        var claims = token.getClaims();
        var ofPosts = texts(posts, claims).stream()
                .filter(text -> text.startsWith(postsPrefix))
                .map(text -> text.substring(postsPrefix.length()))
                .collect(Collectors.toSet());
        var supervised = texts(supervises, claims);
        var person = new SignedIn(
                name(claims),
                roles(texts(roles, claims)),
                commissioned.in(claims).filter(Boolean.TRUE::equals).isPresent(),
                ofPosts.contains(EVERY),
                named(ofPosts, PostCode::new),
                new Supervision(supervised.contains(EVERY), named(supervised, OfficerId::new)));
        return new SignedInToken(person, token.getExpiresAt());
    }

    private Set<Role> roles(Set<String> given) {
        return roleNames.entrySet().stream()
                .filter(role -> !Collections.disjoint(role.getValue(), given))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static <T> Set<T> named(Set<String> texts, Function<String, T> read) {
        return texts.stream().filter(text -> !text.equals(EVERY)).map(read).collect(Collectors.toSet());
    }

    private String name(Map<String, Object> claims) {
        return name.in(claims)
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .filter(text -> NAME.matcher(text).matches())
                .filter(text -> !text.isBlank() && !text.equals(OfficerId.SERVICE.value()))
                .orElseThrow(() -> new InvalidBearerTokenException("the token names nobody"));
    }

    /** The texts of a list, or of a single text; empty when the claim is missing or something else. */
    private static Set<String> texts(ClaimPath path, Map<String, Object> claims) {
        var values = path.in(claims)
                .<Collection<?>>map(value -> value instanceof Collection<?> many ? many : List.of(value))
                .orElse(List.of());
        return values.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .collect(Collectors.toSet());
    }
}
