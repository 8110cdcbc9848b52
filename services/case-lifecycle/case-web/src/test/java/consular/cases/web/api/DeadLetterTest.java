package consular.cases.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.projections.deadletters.DeadLetterProblem;
import consular.cases.web.Api;
import consular.cases.web.DeadLettersInMemory;
import consular.cases.web.WebTestBase;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

/** Dead letters are an administrator's to see, to try again and to give up. */
class DeadLetterTest extends WebTestBase {
    private static final String LETTERS = "/api/v1/admin/dead-letters";
    private static final String ONE = LETTERS + "/read-models/" + DeadLettersInMemory.CASE;
    private static final String REASON = "{\"reason\": \"mended in release 7\"}";

    private final String key = UUID.randomUUID().toString();

    @Autowired
    private DeadLettersInMemory letters;

    @BeforeEach
    void work() {
        letters.failWith(null);
    }

    @ParameterizedTest
    @ValueSource(strings = {"intake", "officer-a", "supervisor-a", "visa-office", "auditor", "dashboard"})
    void nobody_else_sees_or_does_anything(String user) {
        api.as(user).get(LETTERS).isProblem(403, "FORBIDDEN_ROLE");
        api.as(user).send(HttpMethod.POST, ONE + "/retry", null).isProblem(403, "FORBIDDEN_ROLE");
        api.as(user).post(ONE + "/evict", REASON).isProblem(403, "FORBIDDEN_ROLE");
    }

    @Test
    void they_are_listed_page_by_page_with_why_and_since_when_and_how_many_wait() {
        var first = api.as("admin").get(LETTERS + "?limit=1").isStatus(200).json();
        assertThat(first.get("items")).hasSize(1);
        var item = first.get("items").get(0);
        assertThat(item.get("processor").stringValue()).isEqualTo("read-models");
        assertThat(item.get("sequence").stringValue()).isEqualTo(DeadLettersInMemory.CASE);
        assertThat(item.get("cause").stringValue()).startsWith("at consular.");
        assertThat(item.get("since").stringValue()).isNotBlank();
        assertThat(item.get("waitingBehind").intValue()).isEqualTo(3);
        var second = api.as("admin")
                .get(LETTERS + "?limit=1&after=" + first.get("next").stringValue())
                .json();
        assertThat(second.get("items")).hasSize(1);
        assertThat(second.get("next").isNull()).isTrue();
    }

    @Test
    void they_are_found_by_case_and_by_processor() {
        assertThat(found("?caseId=" + DeadLettersInMemory.CASE)).isEqualTo(1);
        assertThat(found("?processor=lookouts")).isZero();
        api.as("admin").get(LETTERS + "?caseId=7").isFaultOf("caseId");
        api.as("admin").get(LETTERS + "?after=7").isFaultOf("after");
        api.as("admin").get(LETTERS + "?name=x").isFaultOf("name");
    }

    @Test
    void the_same_key_tries_once_and_gives_up_once() {
        var retried = retry(key).isStatus(200);
        assertThat(retried.json().get("done").booleanValue()).isFalse();
        assertThat(retry(key).isStatus(200).header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(retry(key).json()).isEqualTo(retried.json());
        evict(REASON, key).isProblem(422, "IDEMPOTENCY_KEY_REUSED");

        var other = UUID.randomUUID().toString();
        var evicted = evict(REASON, other).isStatus(200).json();
        assertThat(evicted.get("evictedBy").stringValue()).isEqualTo("admin");
        assertThat(evicted.get("reason").stringValue()).isEqualTo("mended in release 7");
        assertThat(evict(REASON, other).json()).isEqualTo(evicted);
    }

    @Test
    void giving_up_takes_a_reason() {
        evict("{}", null).isFaultAt("/reason");
        evict("{\"reason\": \" \"}", null).isFaultAt("/reason");
        evict("{\"reason\": \"" + "x".repeat(501) + "\"}", null).isFaultAt("/reason");
        evict("{\"reason\": \"x\", \"by\": \"somebody\"}", null).isFaultAt("/by");
    }

    @Test
    void what_is_not_there_is_404_and_what_is_being_tried_409() {
        letters.failWith(DeadLetterProblem.missing());
        retry(key).isProblem(404, "NOT_FOUND");
        letters.failWith(DeadLetterProblem.busy());
        retry(key).isProblem(409, "DEAD_LETTER_BUSY");
        evict(REASON, null).isProblem(409, "DEAD_LETTER_BUSY");
    }

    private int found(String query) {
        return api.as("admin")
                .get(LETTERS + query)
                .isStatus(200)
                .json()
                .get("items")
                .size();
    }

    private Api.Answer retry(String under) {
        return api.as("admin").send(HttpMethod.POST, ONE + "/retry", null, "Idempotency-Key", under);
    }

    private Api.Answer evict(String body, @Nullable String under) {
        return under == null
                ? api.as("admin").post(ONE + "/evict", body)
                : api.as("admin").send(HttpMethod.POST, ONE + "/evict", body, "Idempotency-Key", under);
    }
}
