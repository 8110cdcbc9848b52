package consular.cases.domain.oversight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import consular.cases.domain.people.CaseId;
import consular.cases.domain.people.OfficerId;
import consular.cases.domain.posts.PostCode;
import consular.cases.domain.visas.VisaCategory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a policy selects for review: a share of each officer's work, reckoned from a seed. Holds R-SUP-03 and R-NIV-08. */
class ReviewSampleTest {
    private static final int DECISIONS = 4000;
    private static final PostCode MANILA = new PostCode("MNL");
    private static final OfficerId ANA = new OfficerId("ana");
    private static final OfficerId BEN = new OfficerId("ben");
    private static final ReviewShares FIFTH = new ReviewShares(20, 20, 10);

    private static ReviewSample seeded(String seed) {
        return new ReviewSample(seed, Map.of(VisaCategory.IMMIGRANT, PostShares.of(FIFTH)), Map.of());
    }

    private static List<Decided> decisionsOf(String officer, ReviewSubject subject) {
        return IntStream.range(0, DECISIONS)
                .mapToObj(n ->
                        new Decided(subject, new OfficerId(officer), new CaseId(new UUID(7, n / 3)), "R" + (n % 3 + 1)))
                .toList();
    }

    private static Set<Decided> selected(ReviewSample sample, List<Decided> decisions, int percent) {
        return decisions.stream()
                .filter(decision -> sample.selects(decision, percent))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest(name = "{0} % with the seed {1}")
    @CsvSource({"1, a", "5, a", "10, a", "20, a", "20, another", "33, a", "50, a", "90, a", "99, a"})
    void every_officer_meets_the_share_in_the_long_run(int percent, String seed) {
        var share = percent / 100.0;
        var fourStandardDeviations = 4 * Math.sqrt(share * (1 - share) / DECISIONS);
        for (var officer = 0; officer < 8; officer++) {
            for (var subject : ReviewSubject.values()) {
                var decisions = decisionsOf("officer-" + officer, subject);
                assertThat(selected(seeded(seed), decisions, percent).size() / (double) DECISIONS)
                        .as("officer-%d, %s", officer, subject)
                        .isCloseTo(share, within(fourStandardDeviations));
            }
        }
    }

    @Test
    void the_order_in_which_it_is_asked_changes_nothing() {
        var decisions = new ArrayList<>(decisionsOf("officer-a", ReviewSubject.ISSUANCE));
        var inOrder = selected(seeded("a"), decisions, 20);
        Collections.shuffle(decisions, new Random(1));
        assertThat(selected(seeded("a"), decisions, 20)).isEqualTo(inOrder);
        assertThat(selected(seeded("a"), decisions.subList(0, DECISIONS / 2), 20))
                .isEqualTo(inOrder.stream()
                        .filter(decisions.subList(0, DECISIONS / 2)::contains)
                        .collect(Collectors.toSet()));
    }

    @Test
    void what_is_selected_never_changes() {
        var decisions =
                decisionsOf("officer-a", ReviewSubject.REFUSAL_UNDER_221G).subList(0, 30);
        assertThat(selected(seeded("a"), decisions, 20).stream()
                        .map(it -> it.caseId().value().getLeastSignificantBits() + it.id())
                        .sorted())
                .as("reckoned by SHA-256 apart from the service")
                .containsExactly("0R1", "1R3", "2R2", "2R3", "5R1", "5R2", "8R1", "9R3");
    }

    @Test
    void a_larger_share_selects_the_same_and_more() {
        var decisions = decisionsOf("officer-a", ReviewSubject.ISSUANCE);
        assertThat(selected(seeded("a"), decisions, 20)).containsAll(selected(seeded("a"), decisions, 10));
    }

    @Test
    void seed_officer_and_kind_each_have_a_say() {
        var decisions = decisionsOf("officer-a", ReviewSubject.ISSUANCE);
        var chosen = ids(selected(seeded("a"), decisions, 20));
        assertThat(ids(selected(seeded("b"), decisions, 20))).isNotEqualTo(chosen);
        assertThat(ids(selected(seeded("a"), decisionsOf("officer-b", ReviewSubject.ISSUANCE), 20)))
                .isNotEqualTo(chosen);
        assertThat(ids(selected(seeded("a"), decisionsOf("officer-a", ReviewSubject.OTHER_REFUSAL), 20)))
                .isNotEqualTo(chosen);
    }

    private static Set<String> ids(Set<Decided> decisions) {
        return decisions.stream().map(it -> it.caseId() + it.id()).collect(Collectors.toSet());
    }

    @Test
    void nothing_is_nothing_and_all_is_all() {
        var decisions = decisionsOf("officer-a", ReviewSubject.ISSUANCE);
        assertThat(selected(seeded("a"), decisions, 0)).isEmpty();
        assertThat(selected(seeded("a"), decisions, 100)).hasSize(DECISIONS);
    }

    @Test
    void a_post_has_its_own_shares_for_a_category_or_those_of_everywhere() {
        var own = new ReviewShares(1, 2, 3);
        var sample = new ReviewSample(
                "a",
                Map.of(VisaCategory.IMMIGRANT, PostShares.of(FIFTH), VisaCategory.NONIMMIGRANT, PostShares.of(FIFTH)),
                Map.of(MANILA, Map.of(VisaCategory.NONIMMIGRANT, PostShares.of(own))));
        assertThat(sample.sharesOf(ANA, MANILA, VisaCategory.NONIMMIGRANT)).isEqualTo(own);
        assertThat(sample.sharesOf(ANA, MANILA, VisaCategory.IMMIGRANT)).isEqualTo(FIFTH);
        assertThat(sample.sharesOf(ANA, new PostCode("GUZ"), VisaCategory.NONIMMIGRANT))
                .isEqualTo(FIFTH);
        assertThat(ReviewSample.NONE.sharesOf(ANA, MANILA, VisaCategory.IMMIGRANT))
                .isEqualTo(ReviewShares.NONE);
    }

    @Test
    void a_post_names_officers_with_shares_of_their_own_and_those_named_everywhere_are_no_matter_there() {
        var more = new ReviewShares(50, 50, 50);
        var sample = new ReviewSample(
                "a",
                Map.of(VisaCategory.IMMIGRANT, new PostShares(ReviewShares.NONE, Map.of(BEN, FIFTH))),
                Map.of(MANILA, Map.of(VisaCategory.IMMIGRANT, new PostShares(FIFTH, Map.of(ANA, more)))));
        assertThat(sample.sharesOf(ANA, MANILA, VisaCategory.IMMIGRANT)).isEqualTo(more);
        assertThat(sample.sharesOf(BEN, MANILA, VisaCategory.IMMIGRANT)).isEqualTo(FIFTH);
        assertThat(sample.sharesOf(ANA, new PostCode("GUZ"), VisaCategory.IMMIGRANT))
                .isEqualTo(ReviewShares.NONE);
        assertThat(sample.sharesOf(BEN, new PostCode("GUZ"), VisaCategory.IMMIGRANT))
                .isEqualTo(FIFTH);
    }

    @Test
    void each_officer_meets_his_or_her_own_share_in_the_long_run() {
        var shares = new PostShares(new ReviewShares(0, 0, 10), Map.of(BEN, new ReviewShares(0, 0, 40)));
        var sample = new ReviewSample("a", Map.of(VisaCategory.IMMIGRANT, shares), Map.of());
        for (var officer : List.of(ANA, BEN)) {
            var percent =
                    sample.sharesOf(officer, MANILA, VisaCategory.IMMIGRANT).issuances();
            var selected = selected(sample, decisionsOf(officer.value(), ReviewSubject.ISSUANCE), percent);
            assertThat(selected.size() / (double) DECISIONS).isCloseTo(officer.equals(BEN) ? 0.4 : 0.1, within(0.03));
        }
    }

    @Test
    void each_kind_has_its_share() {
        var shares = new ReviewShares(1, 2, 3);
        assertThat(shares.of(ReviewSubject.REFUSAL_UNDER_221G)).isEqualTo(1);
        assertThat(shares.of(ReviewSubject.OTHER_REFUSAL)).isEqualTo(2);
        assertThat(shares.of(ReviewSubject.ISSUANCE)).isEqualTo(3);
    }

    @Test
    void whoever_selects_needs_a_seed() {
        assertThatIllegalArgumentException().isThrownBy(() -> seeded(" ")).withMessageContaining("seed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReviewSample(
                        "",
                        Map.of(),
                        Map.of(MANILA, Map.of(VisaCategory.IMMIGRANT, PostShares.of(new ReviewShares(0, 0, 1))))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReviewSample(
                        "",
                        Map.of(VisaCategory.IMMIGRANT, new PostShares(ReviewShares.NONE, Map.of(ANA, FIFTH))),
                        Map.of()));
        assertThat(new ReviewSample("", Map.of(VisaCategory.IMMIGRANT, PostShares.NONE), Map.of()))
                .isNotNull();
        var nobody = new PostShares(ReviewShares.NONE, Map.of(ANA, ReviewShares.NONE));
        assertThat(new ReviewSample("", Map.of(VisaCategory.IMMIGRANT, nobody), Map.of()))
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 101})
    void a_share_is_a_percentage(int percent) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ReviewShares(percent, 0, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReviewShares(0, percent, 0));
        assertThatIllegalArgumentException().isThrownBy(() -> new ReviewShares(0, 0, percent));
    }
}
