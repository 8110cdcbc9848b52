package consular.cases.projections.webhooks;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.application.webhooks.Secret;
import consular.cases.application.webhooks.Subscription;
import consular.cases.application.webhooks.Subscriptions;
import consular.cases.application.webhooks.Wanted;
import consular.cases.domain.posts.PostCode;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A list of the subscriptions of some posts has none that is sent anything of another. */
class ListedSubscriptionsTest extends DeliveryTestBase {
    private static final UUID OF_MANILA = new UUID(7, 8);
    private static final UUID OF_BOTH = new UUID(7, 9);

    /** The one that is there already is sent what is at every post. */
    @BeforeEach
    void ofSomePosts() {
        make(OF_MANILA, "MNL");
        make(OF_BOTH, "MNL", "GUZ");
    }

    private void make(UUID id, String... posts) {
        assertThat(subscriptions.create(new Subscriptions.New(
                        id,
                        URI.create("https://receiver.example/hook"),
                        null,
                        new Wanted(Set.of(), posts(posts)),
                        0,
                        "admin",
                        UUID.randomUUID(),
                        Secret.make())))
                .isTrue();
    }

    private static Set<PostCode> posts(String... codes) {
        return Stream.of(codes).map(PostCode::new).collect(Collectors.toSet());
    }

    private List<UUID> listed(String... posts) {
        return subscriptions.list(posts(posts), 10, null).stream()
                .map(Subscription::subscriptionId)
                .toList();
    }

    @Test
    void all_are_listed_for_whoever_may_see_all() {
        assertThat(listed()).containsExactly(SUBSCRIPTION, OF_MANILA, OF_BOTH);
    }

    @Test
    void only_those_whose_posts_are_all_among_the_posts() {
        assertThat(listed("MNL")).containsExactly(OF_MANILA);
        assertThat(listed("GUZ")).isEmpty();
        assertThat(listed("MNL", "GUZ", "CDJ")).containsExactly(OF_MANILA, OF_BOTH);
    }

    @Test
    void page_by_page() {
        assertThat(subscriptions.list(posts("MNL", "GUZ"), 1, OF_MANILA))
                .extracting(Subscription::subscriptionId)
                .containsExactly(OF_BOTH);
    }
}
