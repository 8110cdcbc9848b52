package consular.cases.web.identity;

import consular.cases.domain.people.Role;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to check and read a bearer token. A claim is named by a {@link ClaimPath}.
 *
 * @param audience what its {@code aud} must contain
 * @param clockSkew by how much the clocks of the issuer and of this service may differ, at most five minutes
 * @param nameClaim the claim with the officer's lasting identity, which the record keeps
 * @param rolesClaim a list of role names; those that are none of ours are passed over
 * @param naming the names by which the issuer knows the roles; where there are any, nobody has a role that is not
 *     mentioned, and where there are none each goes by its own
 * @param postsClaim a list of post codes, or {@code *} for every post; without it the person works for no post
 * @param postsPrefix what comes before the code of a post in that claim; texts without it are passed over
 * @param commissionedClaim true for a consular commission
 * @param supervisesClaim a list of the lasting identities of the officers whom the person supervises, or {@code *} for all
 */
@ConfigurationProperties("consular.security")
record TokenProperties(
        @DefaultValue("consular-cases") String audience,
        @DefaultValue("PT30S") Duration clockSkew,
        @DefaultValue("sub") String nameClaim,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue Map<Role, Set<String>> naming,
        @DefaultValue("posts") String postsClaim,
        @DefaultValue("") String postsPrefix,
        @DefaultValue("commissioned") String commissionedClaim,
        @DefaultValue("supervises") String supervisesClaim) {
    private static final Duration LARGEST_SKEW = Duration.ofMinutes(5);

    TokenProperties {
        if (audience.isBlank()) {
            throw new IllegalArgumentException("consular.security.audience must say for whom a token is meant");
        }
        if (clockSkew.isNegative() || clockSkew.compareTo(LARGEST_SKEW) > 0) {
            throw new IllegalArgumentException("consular.security.clock-skew must be between 0 and 5 minutes");
        }
        if (naming.containsKey(Role.SERVICE)) {
            throw new IllegalArgumentException("consular.security.naming: nobody is signed in as the service itself");
        }
        naming = Map.copyOf(naming);
    }
}
