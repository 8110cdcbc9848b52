package consular.cases.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.cases.application.posts.ReferencePosts;
import consular.cases.domain.oversight.PostShares;
import consular.cases.domain.oversight.ReviewPolicy;
import consular.cases.domain.oversight.ReviewSample;
import consular.cases.domain.oversight.ReviewShares;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.posts.Posts;
import consular.cases.domain.visas.VisaCategory;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** How a service oversees its officers is a matter of settings. */
class ReviewPolicyConfigurationTest {
    private static ReviewPolicy policyOf(Map<String, Object> settings) {
        return policyOf(settings, Map.of());
    }

    private static ReviewPolicy policyOf(Map<String, Object> settings, Map<String, Object> variables) {
        try (var context = new AnnotationConfigApplicationContext()) {
            var sources = context.getEnvironment().getPropertySources();
            sources.addFirst(new MapPropertySource("settings", settings));
            sources.addFirst(new SystemEnvironmentPropertySource("variables-systemEnvironment", variables));
            context.registerBean(Posts.class, () -> ReferencePosts.load());
            context.register(ReviewPolicyConfiguration.class);
            context.refresh();
            return context.getBean(ReviewPolicy.class);
        }
    }

    @Test
    void without_settings_nothing_is_selected_and_any_supervisor_reviews() {
        assertThat(policyOf(Map.of())).isEqualTo(ReviewPolicy.RECOMMENDED);
    }

    @Test
    void each_post_and_category_has_its_shares() {
        assertThat(policyOf(Map.of(
                        "consular.policy.review.chain-of-command", "true",
                        "consular.policy.review.seed", "a secret",
                        "consular.policy.review.shares.default.immigrant.refusals-221g", "5",
                        "consular.policy.review.shares.default.immigrant.other-refusals", "10",
                        "consular.policy.review.shares.mnl.nonimmigrant.refusals-221g", "20",
                        "consular.policy.review.shares.MNL.nonimmigrant.issuances", "10")))
                .isEqualTo(new ReviewPolicy(
                        true,
                        new ReviewSample(
                                "a secret",
                                Map.of(VisaCategory.IMMIGRANT, PostShares.of(new ReviewShares(5, 10, 0))),
                                Map.of(
                                        new PostCode("MNL"),
                                        Map.of(
                                                VisaCategory.NONIMMIGRANT,
                                                PostShares.of(new ReviewShares(20, 0, 10)))))));
    }

    @Test
    void a_post_names_officers_whose_shares_are_their_own_where_they_say_something() {
        var sample = policyOf(Map.of(
                        "consular.policy.review.seed", "a secret",
                        "consular.policy.review.shares.mnl.immigrant.refusals-221g", "5",
                        "consular.policy.review.shares.mnl.immigrant.issuances", "10",
                        "consular.policy.review.shares.mnl.immigrant.officers.officer-b.issuances", "50",
                        "consular.policy.review.shares.mnl.immigrant.officers[Auth0|J.Doe].refusals-221g", "0"))
                .sample();
        assertThat(sharesIn(sample, "officer-a")).isEqualTo(new ReviewShares(5, 0, 10));
        assertThat(sharesIn(sample, "officer-b")).isEqualTo(new ReviewShares(5, 0, 50));
        assertThat(sharesIn(sample, "Auth0|J.Doe")).isEqualTo(new ReviewShares(0, 0, 10));
    }

    private static ReviewShares sharesIn(ReviewSample sample, String officer) {
        return sample.sharesOf(new OfficerId(officer), new PostCode("MNL"), VisaCategory.IMMIGRANT);
    }

    @Test
    void the_environment_can_say_it_too() {
        assertThat(policyOf(
                                Map.of(),
                                Map.of(
                                        "CONSULAR_POLICY_REVIEW_SEED", "a secret",
                                        "CONSULAR_POLICY_REVIEW_SHARES_MNL_IMMIGRANT_ISSUANCES", "10"))
                        .sample()
                        .sharesOf(new OfficerId("officer-a"), new PostCode("MNL"), VisaCategory.IMMIGRANT))
                .isEqualTo(new ReviewShares(0, 0, 10));
    }

    @Test
    void a_share_without_a_seed_stops_the_start() {
        assertThatThrownBy(() -> policyOf(Map.of("consular.policy.review.shares.default.immigrant.issuances", "10")))
                .rootCause()
                .hasMessageContaining("seed");
    }

    @Test
    void a_post_that_does_not_exist_stops_the_start() {
        assertThatThrownBy(() -> policyOf(Map.of(
                        "consular.policy.review.seed", "a",
                        "consular.policy.review.shares.xyz.immigrant.issuances", "10")))
                .rootCause()
                .hasMessageContaining("xyz");
    }

    @Test
    void a_share_that_is_none_or_a_misspelled_setting_stops_the_start() {
        assertThatThrownBy(() -> policyOf(Map.of(
                        "consular.policy.review.seed", "a",
                        "consular.policy.review.shares.default.immigrant.issuances", "101")))
                .rootCause()
                .hasMessageContaining("percent");
        assertThatThrownBy(() -> policyOf(Map.of("consular.policy.review.shares.default.immigrant.issuance", "10")))
                .rootCause()
                .hasMessageContaining("issuance");
    }
}
