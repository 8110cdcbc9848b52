package consular.cases.web.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import consular.cases.application.webhooks.Subscription;
import consular.cases.domain.people.Role;
import consular.cases.domain.people.Supervision;
import consular.cases.domain.posts.PostCode;
import consular.cases.web.SubscriptionsInMemory;
import consular.cases.web.WebTestBase;
import consular.cases.web.identity.SignedIn;
import consular.cases.web.problem.ApiException;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;

/** An administrator of one post has in hand what is sent of that post, and of other posts' no more than to stop it. */
class EntitledSubscriptionsTest extends WebTestBase {
    private static final SignedIn OF_MANILA = admin(false, "MNL");
    private static final SignedIn OF_GUANGZHOU = admin(false, "GUZ");
    private static final SignedIn OF_EVERY_POST = admin(true);
    private static final UUID KNOWN = SubscriptionsInMemory.SUBSCRIPTION;
    private static final String ONE = KNOWN.toString();
    private static final String HELD = SubscriptionsInMemory.HELD.toString();

    @Autowired
    private SubscriptionsInMemory subscriptions;

    @Autowired
    private SubscriptionController controller;

    @Autowired
    private HeldCaseController held;

    @Autowired
    private EntitledSubscriptions entitled;

    private final String key = UUID.randomUUID().toString();

    private static SignedIn admin(boolean everyPost, String... posts) {
        var codes = Stream.of(posts).map(PostCode::new).collect(Collectors.toSet());
        return new SignedIn("admin", Set.of(Role.ADMIN), false, everyPost, codes, Supervision.OF_NOBODY);
    }

    @BeforeEach
    void room() {
        subscriptions.fill(false);
    }

    @AfterEach
    void asForOthers() {
        subscriptions.sendWhatIsAt("MNL");
    }

    private MockHttpServletRequest request(String body) {
        var request = new MockHttpServletRequest("POST", "/api/v1/subscriptions");
        request.setContentType("application/json");
        request.setContent(body.getBytes(UTF_8));
        request.addHeader("Idempotency-Key", key);
        return request;
    }

    private static void refused(ThrowingCallable what) {
        assertThatThrownBy(what).isInstanceOf(ApiException.class).hasMessageContaining("not yours");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "GUZ", "MNL GUZ", "GUZ MNL"})
    void what_is_sent_of_other_posts_is_not_for_whoever_works_for_one(String posts) {
        subscriptions.sendWhatIsAt(posts.isEmpty() ? new String[0] : posts.split(" "));
        refused(() -> entitled.of(OF_MANILA, KNOWN));
        assertThat(entitled.of(OF_EVERY_POST, KNOWN)).returns(KNOWN, Subscription::subscriptionId);
    }

    @Test
    void what_is_sent_of_that_post_alone_is() {
        assertThat(entitled.of(OF_MANILA, KNOWN)).returns(KNOWN, Subscription::subscriptionId);
    }

    @Test
    void the_list_has_no_others() {
        assertThat(entitled.list(OF_MANILA, 10, null)).isNotEmpty();
        assertThat(entitled.list(OF_EVERY_POST, 10, null)).isNotEmpty();
        assertThat(entitled.list(OF_GUANGZHOU, 10, null)).isEmpty();
        assertThatThrownBy(() -> entitled.list(admin(false), 10, null))
                .isInstanceOf(ApiException.class)
                .hasMessageContaining("no post");
    }

    @Test
    void whoever_is_not_entitled_is_told_so_before_the_body_is_looked_at() {
        refused(() -> controller.resume(OF_GUANGZHOU, ONE, request("{")));
        refused(() -> controller.replay(OF_GUANGZHOU, ONE, request("{")));
        refused(() -> controller.rotate(OF_GUANGZHOU, ONE, request("{")));
        refused(() -> held.retry(OF_GUANGZHOU, ONE, HELD, request("{")));
        refused(() -> held.discard(OF_GUANGZHOU, ONE, HELD, request("{")));
        refused(() -> held.list(OF_GUANGZHOU, ONE, request("")));
        refused(() -> controller.read(OF_GUANGZHOU, ONE, request("")));
    }

    @Test
    void a_secret_is_told_to_its_key_again_only_while_the_person_is_entitled() {
        var body = "{\"url\": \"https://hooks.example.org/visas\"}";
        assertThat(controller.create(OF_EVERY_POST, request(body)).getBody()).isNotNull();
        refused(() -> controller.create(OF_GUANGZHOU, request(body)));
    }

    @Test
    void anybody_who_administers_may_stop_it() {
        assertThat(controller.pause(OF_GUANGZHOU, ONE, request("")).getBody()).isNotNull();
        assertThat(controller.delete(ONE, request("")).getStatusCode().value()).isEqualTo(204);
    }
}
