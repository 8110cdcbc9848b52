package consular.cases.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An event that the packaged service cannot take in, and what an administrator does about it. */
class DeadLettersIT {
    private static final String LETTERS = "/api/v1/admin/dead-letters";
    private static final String FEE_WINDOWS = "/api/v1/fee-windows?atLeast=";

    @TempDir
    private static Path folder;

    private static Production production;
    private static PackagedService service;

    @BeforeAll
    static void start() throws Exception {
        production = new Production(folder);
        service = production.start();
    }

    @AfterAll
    static void stop() throws Exception {
        service.close();
        production.close();
    }

    @Test
    void one_case_waits_for_an_administrator_while_the_others_go_on() throws Exception {
        var poisoned = register();
        assertThat(get(FEE_WINDOWS + poisoned + ":1", "AUDITOR").status()).isEqualTo(200);
        sql("alter table read_models_blue.progress add constraint not_that check (case_id <> '" + poisoned
                + "' or version < 2)");
        note(poisoned);
        note(poisoned);
        var other = register();
        assertThat(get(FEE_WINDOWS + other + ":1", "AUDITOR").status()).isEqualTo(200);

        var held = get(FEE_WINDOWS + poisoned + ":3", "AUDITOR");
        assertThat(held.status()).isEqualTo(503);
        assertThat(held.json().get("code").asString()).isEqualTo("CASE_HELD_BACK");
        assertThat(get(LETTERS, "AUDITOR").status()).isEqualTo(403);
        var letters = get(LETTERS + "?caseId=" + poisoned, "ADMIN").json().get("items");
        assertThat(letters).hasSize(1);
        assertThat(letters.get(0).get("cause").asString()).contains("SQL state 23514");

        var one = LETTERS + "/read-models/" + poisoned;
        assertThat(post(one + "/retry", null, UUID.randomUUID().toString(), "ADMIN")
                        .json()
                        .get("done")
                        .asBoolean())
                .isFalse();
        sql("alter table read_models_blue.progress drop constraint not_that");
        var key = UUID.randomUUID().toString();
        var mended = post(one + "/retry", null, key, "ADMIN");
        assertThat(mended.json().get("done").asBoolean()).as(mended.body()).isTrue();
        assertThat(post(one + "/retry", null, key, "ADMIN").body()).isEqualTo(mended.body());
        assertThat(get(FEE_WINDOWS + poisoned + ":3", "AUDITOR").status()).isEqualTo(200);
        assertThat(post(one + "/evict", "{\"reason\": \"too late\"}", null, "ADMIN")
                        .status())
                .isEqualTo(404);
    }

    private static String register() throws Exception {
        var answer = post("/api/v1/cases", Requests.registration(Requests.caseNumber(), "MNL"), null, "INTAKE");
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.json().get("caseId").asString();
    }

    private static void note(String caseId) throws Exception {
        var answer =
                post("/api/v1/cases/" + caseId + "/commands/AddCaseNote", "{\"text\": \"x\"}", null, "ADJUDICATOR");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }

    private static Answer get(String path, String role) throws Exception {
        var answer = service.awaitSeen(path, null, "Authorization", bearer(role));
        return new Answer(answer.statusCode(), answer.body());
    }

    private static Answer post(String path, @Nullable String body, @Nullable String key, String role) throws Exception {
        var headers = key == null
                ? new String[] {"Authorization", bearer(role)}
                : new String[] {"Authorization", bearer(role), "Idempotency-Key", key};
        var answer = service.send("POST", path, body, null, headers);
        return new Answer(answer.statusCode(), answer.body());
    }

    private static String bearer(String role) throws Exception {
        return "Bearer " + production.issuer().token("somebody", List.of(role), List.of("*"));
    }

    private static void sql(String statement) throws Exception {
        try (var connection = production.database().getPostgresDatabase().getConnection();
                var change = connection.createStatement()) {
            change.execute(statement);
        }
    }

    private record Answer(int status, String body) {
        JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }
}
