package consular.cases.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.projections.RebuildFailed;
import consular.cases.web.Api;
import consular.cases.web.OperationsInMemory;
import consular.cases.web.WebTestBase;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;

/** Idempotency keys of what an administrator does. */
class OperationTest extends WebTestBase {
    private static final String REBUILD = "/api/v1/admin/read-models/rebuild";

    private final String key = UUID.randomUUID().toString();

    @Autowired
    private OperationsInMemory operations;

    @BeforeEach
    void work() {
        operations.failWith(null);
    }

    @Test
    void the_same_key_gets_the_first_report_again() {
        var first = rebuild(null, key).isStatus(200);
        assertThat(first.header("Idempotency-Replayed")).isEqualTo("null");
        var again = rebuild(null, key).isStatus(200);
        assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(again.json()).isEqualTo(first.json());
        var other = rebuild(null, UUID.randomUUID().toString()).isStatus(200);
        assertThat(other.header("Idempotency-Replayed")).isEqualTo("null");
        assertThat(other.json()).isNotEqualTo(first.json());
    }

    @Test
    void the_same_key_with_another_body_is_422_and_an_empty_object_is_no_other() {
        rebuild(null, key).isStatus(200);
        assertThat(rebuild("{ }", key).isStatus(200).header("Idempotency-Replayed"))
                .isEqualTo("true");
        rebuild("{\"note\": \"once more\"}", key).isProblem(422, "IDEMPOTENCY_KEY_REUSED");
    }

    @Test
    void a_rebuild_that_was_turned_away_may_be_asked_for_again_under_its_key() {
        operations.failWith(RebuildFailed.anotherIsUnderWay());
        rebuild(null, key).isProblem(409, "REBUILD_UNDER_WAY");
        operations.failWith(null);
        assertThat(rebuild(null, key).isStatus(200).header("Idempotency-Replayed"))
                .isEqualTo("null");
    }

    @Test
    void a_key_that_is_none_and_a_body_that_is_none_are_400() {
        rebuild(null, "with space").isProblem(400, "MALFORMED_REQUEST");
        rebuild("nonsense", key).isProblem(400, "MALFORMED_REQUEST");
    }

    private Api.Answer rebuild(@Nullable String body, String under) {
        return api.as("admin").send(HttpMethod.POST, REBUILD, body, "Idempotency-Key", under);
    }
}
