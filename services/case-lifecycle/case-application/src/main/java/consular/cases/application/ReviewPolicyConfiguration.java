package consular.cases.application;

import consular.cases.domain.oversight.PostShares;
import consular.cases.domain.oversight.ReviewPolicy;
import consular.cases.domain.oversight.ReviewSample;
import consular.cases.domain.oversight.ReviewShares;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.posts.Posts;
import consular.cases.domain.visas.VisaCategory;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** How officers are overseen, as the settings {@code consular.policy.review} have it; a misspelled one stops the start. */
@Configuration(proxyBeanMethods = false)
class ReviewPolicyConfiguration {
    private static final String PREFIX = "consular.policy.review";

    /** The name under which the shares of every other post stand. */
    private static final String EVERYWHERE = "default";

    @Bean
    ReviewPolicy reviewPolicy(Environment environment, Posts posts) {
        return Binder.get(environment)
                .bindOrCreate(
                        PREFIX, Bindable.of(Settings.class), new NoUnboundElementsBindHandler(BindHandler.DEFAULT))
                .policy(posts);
    }

    record Settings(
            @DefaultValue("false") boolean chainOfCommand,
            @DefaultValue("") String seed,
            @DefaultValue Map<String, Map<VisaCategory, SharesOfPost>> shares) {

        ReviewPolicy policy(Posts posts) {
            var byPost = new HashMap<PostCode, Map<VisaCategory, PostShares>>();
            shares.forEach((post, ofPost) -> {
                if (!post.equals(EVERYWHERE)) {
                    byPost.put(known(post, posts), percentages(ofPost));
                }
            });
            return new ReviewPolicy(
                    chainOfCommand,
                    new ReviewSample(seed, percentages(shares.getOrDefault(EVERYWHERE, Map.of())), byPost));
        }

        private static PostCode known(String post, Posts posts) {
            var code = new PostCode(post.toUpperCase(Locale.ROOT));
            if (posts.find(code).isEmpty()) {
                throw new IllegalArgumentException(PREFIX + ".shares names no post: " + post);
            }
            return code;
        }

        private static Map<VisaCategory, PostShares> percentages(Map<VisaCategory, SharesOfPost> shares) {
            return shares.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(
                            Map.Entry::getKey, entry -> entry.getValue().percentages()));
        }
    }

    /** In percent; an officer who is named has his or her own. */
    record SharesOfPost(
            @DefaultValue("0") int refusals221g,
            @DefaultValue("0") int otherRefusals,
            @DefaultValue("0") int issuances,
            @DefaultValue Map<String, SharesOfOfficer> officers) {

        PostShares percentages() {
            var others = new ReviewShares(refusals221g, otherRefusals, issuances);
            return new PostShares(
                    others,
                    officers.entrySet().stream()
                            .collect(Collectors.toUnmodifiableMap(
                                    entry -> new OfficerId(entry.getKey()),
                                    entry -> entry.getValue().beside(others))));
        }
    }

    /** In percent; where it says nothing, the share of the post. */
    record SharesOfOfficer(
            @Nullable Integer refusals221g,
            @Nullable Integer otherRefusals,
            @Nullable Integer issuances) {

        ReviewShares beside(ReviewShares others) {
            return new ReviewShares(
                    refusals221g == null ? others.refusalsUnder221g() : refusals221g,
                    otherRefusals == null ? others.otherRefusals() : otherRefusals,
                    issuances == null ? others.issuances() : issuances);
        }
    }
}
