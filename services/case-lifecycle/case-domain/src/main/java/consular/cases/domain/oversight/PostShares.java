package consular.cases.domain.oversight;

import consular.cases.domain.people.OfficerId;
import java.util.Map;

/**
 * The shares of a post for one category of visas.
 *
 * @param others of every officer who has none of his or her own
 * @param named of officers who have, such as new ones, more of whose work is to be seen (9 FAM 403.12-1c)
 */
public record PostShares(ReviewShares others, Map<OfficerId, ReviewShares> named) {
    /** Nothing is selected. */
    public static final PostShares NONE = of(ReviewShares.NONE);

    public PostShares {
        named = Map.copyOf(named);
    }

    /** The same shares for every officer. */
    public static PostShares of(ReviewShares everyone) {
        return new PostShares(everyone, Map.of());
    }

    /** The shares of an officer. */
    public ReviewShares of(OfficerId officer) {
        return named.getOrDefault(officer, others);
    }

    /** Whether nobody's work is selected. */
    boolean selectNothing() {
        return others.equals(ReviewShares.NONE)
                && named.values().stream().allMatch(shares -> shares.equals(ReviewShares.NONE));
    }
}
