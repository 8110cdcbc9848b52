package consular.cases.application;

import consular.cases.domain.oversight.ReviewPolicy;
import consular.cases.domain.oversight.ReviewSample;
import consular.cases.domain.oversight.ReviewShares;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.posts.Posts;
import consular.cases.domain.visas.VisaCategory;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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
            @DefaultValue Map<String, Map<VisaCategory, Shares>> shares) {

        ReviewPolicy policy(Posts posts) {
            var byPost = new HashMap<PostCode, Map<VisaCategory, ReviewShares>>();
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

        private static Map<VisaCategory, ReviewShares> percentages(Map<VisaCategory, Shares> shares) {
            return shares.entrySet().stream()
                    .collect(Collectors.toUnmodifiableMap(
                            Map.Entry::getKey, entry -> entry.getValue().percentages()));
        }
    }

    /** In percent. */
    record Shares(
            @DefaultValue("0") int refusals221g,
            @DefaultValue("0") int otherRefusals,
            @DefaultValue("0") int issuances) {

        ReviewShares percentages() {
            return new ReviewShares(refusals221g, otherRefusals, issuances);
        }
    }
}
