package consular.cases.web.identity;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How to read a bearer token.
 *
 * @param audience what its {@code aud} must contain
 * @param nameClaim the claim with the officer's lasting identity, which the record keeps
 * @param rolesClaim a list of role names; those that are none of ours are passed over
 * @param postsClaim a list of post codes, or {@code *} for every post; without it the person works for no post
 * @param commissionedClaim true for a consular commission
 * @param supervisesClaim a list of the lasting identities of the officers whom the person supervises, or {@code *} for all
 */
@ConfigurationProperties("consular.security")
record TokenProperties(
        @DefaultValue("consular-cases") String audience,
        @DefaultValue("sub") String nameClaim,
        @DefaultValue("roles") String rolesClaim,
        @DefaultValue("posts") String postsClaim,
        @DefaultValue("commissioned") String commissionedClaim,
        @DefaultValue("supervises") String supervisesClaim) {}
