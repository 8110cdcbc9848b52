package consular.cases.domain;

import static consular.cases.domain.Commands.*;
import static consular.cases.domain.law.RejectionCode.ALREADY_REVIEWED;
import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CaseEvent.IssuanceSelectedByPolicy;
import consular.cases.domain.CaseEvent.RefusalSelectedByPolicy;
import consular.cases.domain.law.Policy;
import consular.cases.domain.law.Rule;
import consular.cases.domain.oversight.PostShares;
import consular.cases.domain.oversight.ReviewPolicy;
import consular.cases.domain.oversight.ReviewSample;
import consular.cases.domain.oversight.ReviewShares;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.refusals.RefusalId;
import consular.cases.domain.refusals.ReviewClass;
import consular.cases.domain.refusals.ReviewState;
import consular.cases.domain.visas.VisaCategory;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the policy of a post selects for review. Holds R-SUP-03, R-NIV-05 and R-NIV-08. */
class SelectionForReviewTest {
    private static final ReviewShares ALL = new ReviewShares(100, 100, 100);

    private static Policy selecting(String seed, ReviewShares shares) {
        return of(new ReviewSample(
                seed,
                Map.of(VisaCategory.IMMIGRANT, PostShares.of(shares), VisaCategory.NONIMMIGRANT, PostShares.of(shares)),
                Map.of()));
    }

    private static Policy of(ReviewSample sample) {
        return Policy.RECOMMENDED.with(new ReviewPolicy(false, sample));
    }

    private static CaseScenario applied(Policy policy) {
        return CaseScenario.applied("2024-03-05").under(policy);
    }

    private static ReviewState reviewOf(CaseScenario story) {
        return story.refusal("R1").review().state();
    }

    private static List<Rule> lastRules(CaseScenario story) {
        return story.history().getLast().stamp().rules();
    }

    @Test
    void without_a_policy_nothing_is_selected() {
        var story = CaseScenario.applied("2024-03-05").given("officer-a", refuse221g("BC"));
        story.thenNever(RefusalSelectedByPolicy.class);
        assertThat(reviewOf(story)).isEqualTo(ReviewState.NOT_REQUIRED);
    }

    @Test
    void a_refusal_under_221g_becomes_due_for_review_in_the_same_decision() {
        var story = applied(selecting("a", new ReviewShares(100, 0, 0)))
                .when("officer-a", refuse221g("BC"))
                .thenEvents(CaseEvent.VisaRefused.class, RefusalSelectedByPolicy.class);
        assertThat(reviewOf(story)).isEqualTo(ReviewState.DUE);
        assertThat(story.history().getLast().event()).isEqualTo(new RefusalSelectedByPolicy(new RefusalId("R1"), 100));
        assertThat(lastRules(story)).containsExactly(Rule.REVIEW_IS_DISCRETIONARY);
    }

    @Test
    void an_officer_who_is_named_has_a_share_of_his_or_her_own() {
        var policy = of(new ReviewSample(
                "a",
                Map.of(),
                Map.of(
                        new PostCode("MNL"),
                        Map.of(
                                VisaCategory.IMMIGRANT,
                                new PostShares(
                                        ReviewShares.NONE,
                                        Map.of(new OfficerId("officer-b"), new ReviewShares(100, 0, 100)))))));
        applied(policy).given("officer-a", refuse221g("BC")).thenNever(RefusalSelectedByPolicy.class);
        applied(policy).given("officer-b", refuse221g("BC")).thenHappened(RefusalSelectedByPolicy.class);
        applied(policy).given("officer-b", refuseCurable("212(a)(4)")).thenNever(RefusalSelectedByPolicy.class);
        applied(policy).given("officer-a", issue()).thenNever(IssuanceSelectedByPolicy.class);
        applied(policy).given("officer-b", issue()).thenHappened(IssuanceSelectedByPolicy.class);
    }

    @Test
    void each_kind_has_its_own_share() {
        applied(selecting("a", new ReviewShares(0, 100, 100)))
                .given("officer-a", refuse221g("BC"))
                .thenNever(RefusalSelectedByPolicy.class);
        applied(selecting("a", new ReviewShares(100, 0, 100)))
                .given("officer-a", refuseCurable("212(a)(4)"))
                .thenNever(RefusalSelectedByPolicy.class);
        applied(selecting("a", new ReviewShares(0, 100, 0)))
                .given("officer-a", refuseCurable("212(a)(4)"))
                .thenHappened(RefusalSelectedByPolicy.class);
        applied(selecting("a", new ReviewShares(100, 100, 0)))
                .given("officer-a", issue())
                .thenNever(IssuanceSelectedByPolicy.class);
    }

    @Test
    void an_issuance_is_selected_and_takes_a_consultation() {
        var story = applied(selecting("a", new ReviewShares(0, 0, 100)))
                .when("officer-a", issue())
                .thenEvents(CaseEvent.VisaIssued.class, IssuanceSelectedByPolicy.class)
                .given("supervisor-a", consultOnIssuance());
        assertThat(Objects.requireNonNull(story.applicant().issuanceReview()))
                .isEqualTo(new ReviewView(
                        ReviewClass.DISCRETIONARY,
                        ReviewState.CONSULTED,
                        LocalDate.parse("2024-03-05"),
                        null,
                        null,
                        new OfficerId("supervisor-a")));
        story.when("supervisor-a", selectIssuance()).thenRejected(ALREADY_REVIEWED);
    }

    @Test
    void what_has_to_be_reviewed_anyway_is_not_selected() {
        var story = applied(selecting("a", ALL))
                .given("officer-a", refuseIneligible("212(a)(4)"))
                .thenNever(RefusalSelectedByPolicy.class);
        assertThat(story.refusal("R1").review().reviewClass()).isEqualTo(ReviewClass.MANDATORY);
    }

    @Test
    void a_consultative_post_reviews_no_refusals() {
        CaseScenario.appliedAt("NSS", "2024-03-05")
                .under(selecting("a", ALL))
                .given("officer-a", refuse221g("BC"))
                .thenNever(RefusalSelectedByPolicy.class);
    }

    @Test
    void who_only_follows_another_is_not_selected() {
        var story = Families.registered("2024-03-05")
                .under(selecting("a", ALL))
                .given("intake", apply())
                .given("intake", apply(A2))
                .given("officer-a", refuse221g("BC"));
        assertThat(story.history().stream()
                        .filter(line -> line.event() instanceof RefusalSelectedByPolicy)
                        .map(line -> ((RefusalSelectedByPolicy) line.event())
                                .refusalId()
                                .value()))
                .containsExactly("R1");
    }

    @Test
    void a_nonimmigrants_rests_on_the_rules_for_nonimmigrants() {
        var story = CaseScenario.appliedFor("B2", "2024-06-03")
                .under(selecting("a", ALL))
                .given("officer-a", refuse221g("BC"))
                .thenHappened(RefusalSelectedByPolicy.class);
        assertThat(lastRules(story))
                .containsExactly(Rule.NIV_REFUSAL_IS_REVIEWED, Rule.SHARE_OF_NONIMMIGRANT_CASES_REVIEWED);
    }

    @Test
    void the_post_and_the_category_of_the_case_say_which_share() {
        var manila = new PostCode("MNL");
        applied(of(new ReviewSample("a", Map.of(), Map.of(manila, Map.of(VisaCategory.IMMIGRANT, PostShares.of(ALL))))))
                .given("officer-a", issue())
                .thenHappened(IssuanceSelectedByPolicy.class);
        applied(of(new ReviewSample(
                        "a", Map.of(), Map.of(manila, Map.of(VisaCategory.NONIMMIGRANT, PostShares.of(ALL))))))
                .given("officer-a", issue())
                .thenNever(IssuanceSelectedByPolicy.class);
        applied(of(new ReviewSample(
                        "a",
                        Map.of(),
                        Map.of(new PostCode("GUZ"), Map.of(VisaCategory.IMMIGRANT, PostShares.of(ALL))))))
                .given("officer-a", issue())
                .thenNever(IssuanceSelectedByPolicy.class);
    }

    @Test
    void the_same_decisions_under_the_same_policy_are_selected_again() {
        var shares = new ReviewShares(20, 20, 20);
        for (var seed : List.of("a", "b", "c", "d", "e", "f", "g", "h")) {
            assertThat(applied(selecting(seed, shares))
                            .given("officer-a", refuse221g("BC"))
                            .history())
                    .isEqualTo(applied(selecting(seed, shares))
                            .given("officer-a", refuse221g("BC"))
                            .history());
        }
    }

    @Test
    void about_the_share_is_selected() {
        var selected = IntStream.range(0, 500)
                .filter(n -> applied(selecting("seed " + n, new ReviewShares(20, 0, 0)))
                        .given("officer-a", refuse221g("BC"))
                        .history()
                        .stream()
                        .anyMatch(line -> line.event() instanceof RefusalSelectedByPolicy))
                .count();
        assertThat(selected).isBetween(65L, 135L);
    }

    @Test
    void another_policy_changes_nothing_that_was_selected() {
        var story = applied(selecting("a", ALL))
                .given("officer-a", refuse221g("BC"))
                .under(Policy.RECOMMENDED);
        story.clock("2024-03-06T09:00").given("supervisor-a", concur("R1"));
        assertThat(reviewOf(story)).isEqualTo(ReviewState.CONCURRED);
        assertThat(CaseDecider.fold(story.history())).isEqualTo(story.file());
    }
}
