package consular.cases.domain.oversight;

import static java.nio.charset.StandardCharsets.UTF_8;

import consular.cases.domain.people.OfficerId;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.visas.VisaCategory;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which decisions a policy selects for review. Whether one is selected follows from the seed and the decision alone, and
 * not from what was decided before or elsewhere: so it can be reckoned again, in any order, and every officer meets the
 * share in the long run. A larger share selects what a smaller one selects, and more.
 *
 * @param everywhere the shares of each category at posts that have none of their own for it
 * @param byPost the shares of posts that have; those of everywhere are of no matter there
 */
public record ReviewSample(
        String seed, Map<VisaCategory, PostShares> everywhere, Map<PostCode, Map<VisaCategory, PostShares>> byPost) {
    /** Selects nothing. */
    public static final ReviewSample NONE = new ReviewSample("", Map.of(), Map.of());

    /** Refuses to select without a seed: with a known one anybody could reckon what will be selected. */
    public ReviewSample {
        everywhere = Map.copyOf(everywhere);
        byPost = Map.copyOf(byPost);
        if (seed.isBlank()
                && Stream.concat(Stream.of(everywhere), byPost.values().stream())
                        .flatMap(shares -> shares.values().stream())
                        .anyMatch(shares -> !shares.selectNothing())) {
            throw new IllegalArgumentException("a policy that selects for review needs a seed");
        }
    }

    /** The shares of an officer at a post, in a category. */
    public ReviewShares sharesOf(OfficerId officer, PostCode post, VisaCategory category) {
        var own = byPost.getOrDefault(post, Map.of()).get(category);
        return (own == null ? everywhere.getOrDefault(category, PostShares.NONE) : own).of(officer);
    }

    /** Whether a decision belongs to a share of its kind. */
    public boolean selects(Decided decision, int percent) {
        return percent > 0 && Long.remainderUnsigned(draw(decision), 100) < percent;
    }

    /** A number that is as good as drawn by lot, and the same whenever it is asked for. */
    private long draw(Decided decision) {
        var lot = String.join(
                "\0",
                seed,
                decision.officer().value(),
                decision.subject().name(),
                decision.caseId().toString(),
                decision.id());
        try {
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(lot.getBytes(UTF_8)))
                    .getLong();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
