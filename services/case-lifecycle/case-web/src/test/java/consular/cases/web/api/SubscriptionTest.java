package consular.cases.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.web.Api;
import consular.cases.web.SubscriptionsInMemory;
import consular.cases.web.WebTestBase;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

/** Subscriptions are an administrator's to make, to watch and to end; a secret is told once. */
class SubscriptionTest extends WebTestBase {
    private static final String ALL = "/api/v1/subscriptions";
    private static final String ONE = ALL + "/" + SubscriptionsInMemory.SUBSCRIPTION;
    private static final String HELD = ONE + "/held-cases/" + SubscriptionsInMemory.HELD;
    private static final String UNKNOWN = ALL + "/" + new UUID(0, 0);
    private static final String ASKED =
            "{\"url\": \"https://hooks.example.org/visas\", \"eventTypes\": [\"VisaIssued\"]}";

    private final String key = UUID.randomUUID().toString();

    @Autowired
    private SubscriptionsInMemory subscriptions;

    @BeforeEach
    void room() {
        subscriptions.fill(false);
    }

    @Test
    void one_is_made_with_a_secret_that_only_the_same_key_is_told_again() {
        var before = subscriptions.count();
        var made = admin(HttpMethod.POST, ALL, ASKED, key).isStatus(201);
        var secret = made.json().get("secret").stringValue();
        assertThat(secret).matches("whsec_[A-Za-z0-9+/]{43}=");
        var id = made.json().at("/subscription/subscriptionId").stringValue();
        assertThat(made.header("Location")).isEqualTo(ALL + "/" + id);
        var again = admin(HttpMethod.POST, ALL, ASKED, key).isStatus(201);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.json().get("secret").stringValue()).isEqualTo(secret);
        assertThat(subscriptions.count()).isEqualTo(before + 1);
        assertThat(subscriptions.made(UUID.fromString(id)).wanted().eventTypes())
                .containsExactly("VisaIssued");
        assertThat(api.as("admin").get(ALL + "/" + id).isStatus(200).body()).doesNotContain("whsec_", "secret");
        assertThat(api.as("admin").get(ALL).isStatus(200).body()).doesNotContain("whsec_", "secret");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://hooks.example.org/visas",
                "https://inside.example/visas",
                "https://hooks.example.org:22/visas",
                "https://admin:secret@hooks.example.org/visas",
                "https://hooks.example.org/visas#part",
                "file:///etc/passwd",
                "hooks.example.org",
                "https://"
            })
    void a_target_that_is_not_allowed_is_refused_without_saying_where_it_leads(String url) {
        var answer = api.as("admin").post(ALL, "{\"url\": \"" + url + "\"}").isProblem(422, "TARGET_REFUSED");
        assertThat(answer.body()).doesNotContain("10.0.0.1");
    }

    @Test
    void what_is_asked_for_has_to_exist() {
        refused("\"eventTypes\": [\"VisaIssued\", \"Nothing\"]", "/eventTypes/1");
        refused("\"posts\": [\"XXX\"]", "/posts/0");
        refused("\"after\": 999999999", "/after");
        refused("\"after\": -1", "/after");
        refused("\"description\": \"" + "x".repeat(201) + "\"", "/description");
        refused("\"secret\": \"x\"", "/secret");
        api.as("admin").post(ALL, "{}").isFaultAt("/url");
    }

    private void refused(String member, String pointer) {
        api.as("admin")
                .post(ALL, "{\"url\": \"https://hooks.example.org/visas\", " + member + "}")
                .isFaultAt(pointer);
    }

    @Test
    void there_are_no_more_than_there_may_be() {
        subscriptions.fill(true);
        api.as("admin").post(ALL, ASKED).isProblem(409, "TOO_MANY_SUBSCRIPTIONS");
    }

    @Test
    void one_is_paused_and_resumed_and_sends_again_what_it_has_passed() {
        assertThat(admin(HttpMethod.POST, ONE + "/pause", null, key)
                        .json()
                        .get("state")
                        .stringValue())
                .isEqualTo("PAUSED");
        var resumed = api.as("admin")
                .send(HttpMethod.POST, ONE + "/resume", null)
                .isStatus(200)
                .json();
        assertThat(resumed.get("state").stringValue()).isEqualTo("ACTIVE");
        assertThat(resumed.get("confirmedBy").stringValue()).isEqualTo("admin");
        api.as("admin").post(ONE + "/replay", "{\"after\": 3}").isStatus(200);
        api.as("admin").post(ONE + "/replay", "{\"after\": 6}").isFaultAt("/after");
        api.as("admin").post(ONE + "/replay", "{}").isFaultAt("/after");
    }

    @Test
    void a_secret_is_replaced_once_under_a_key() {
        var first = admin(HttpMethod.POST, ONE + "/rotate-secret", "{\"overlapHours\": 2}", key);
        assertThat(first.isStatus(200).json().get("secret").stringValue()).startsWith("whsec_");
        assertThat(admin(HttpMethod.POST, ONE + "/rotate-secret", "{\"overlapHours\": 2}", key)
                        .json())
                .isEqualTo(first.json());
        api.as("admin").post(ONE + "/rotate-secret", "{\"overlapHours\": 169}").isFaultAt("/overlapHours");
    }

    @Test
    void what_is_held_is_listed_retried_and_given_up_with_a_reason() {
        var held = api.as("admin")
                .get(ONE + "/held-cases?dead=true")
                .isStatus(200)
                .json()
                .get("items");
        assertThat(held).hasSize(1);
        assertThat(held.get(0).get("failure").stringValue()).isEqualTo("STATUS_500");
        assertThat(api.as("admin").get(ONE + "/held-cases?dead=false").json().get("items"))
                .isEmpty();
        api.as("admin").get(ONE + "/held-cases?dead=perhaps").isFaultOf("dead");
        admin(HttpMethod.POST, HELD + "/retry", null, key).isStatus(200);
        api.as("admin").post(HELD + "/discard", "{}").isFaultAt("/reason");
        api.as("admin").post(HELD + "/discard", "{\"reason\": \"by hand\"}").isStatus(200);
    }

    @Test
    void what_is_not_there_is_404() {
        api.as("admin").get(UNKNOWN).isProblem(404, "NOT_FOUND");
        api.as("admin").get(ALL + "/7").isProblem(404, "NOT_FOUND");
        api.as("admin").get(UNKNOWN + "/held-cases").isProblem(404, "NOT_FOUND");
        for (var below : new String[] {"", "/pause", "/resume", "/rotate-secret"}) {
            var method = below.isEmpty() ? HttpMethod.DELETE : HttpMethod.POST;
            api.as("admin").send(method, UNKNOWN + below, null).isProblem(404, "NOT_FOUND");
        }
        api.as("admin").post(UNKNOWN + "/replay", "{\"after\": 0}").isProblem(404, "NOT_FOUND");
        api.as("admin")
                .send(HttpMethod.POST, UNKNOWN + "/held-cases/7/retry", null)
                .isProblem(404, "NOT_FOUND");
        api.as("admin").send(HttpMethod.DELETE, ONE, null).isStatus(204);
    }

    private Api.Answer admin(HttpMethod method, String path, @Nullable String body, String under) {
        return api.as("admin").send(method, path, body, "Idempotency-Key", under);
    }
}
