package consular.cases.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Registering cases, and what survives when the service is killed. */
class RegistrationIT {
    private static final String CASES = "/api/v1/cases";

    @Test
    void a_number_is_taken_once_and_everything_acknowledged_survives_a_kill(@TempDir Path folder) {
        var number = Requests.caseNumber();
        String caseId;
        HttpResponse<String> first;
        try (var service = PackagedService.start("local", folder, "--consular.samples=false")) {
            first = service.send(
                    "POST", CASES, Requests.registration(number, "MNL"), "intake", "Idempotency-Key", "key-1");
            assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
            caseId = json(first).get("caseId").asString();
            assertThat(first.headers().firstValue("Location")).hasValue(CASES + "/" + caseId);

            var second = service.send("POST", CASES, Requests.registration(number, "MNL"), "intake");
            assertThat(second.statusCode()).isEqualTo(422);
            assertThat(json(second).get("code").asString()).isEqualTo("DUPLICATE_CASE_NUMBER");
            assertThat(json(second).get("rule").asString()).startsWith("R-");

            var nowhere = service.send("POST", CASES, Requests.registration(Requests.caseNumber(), "XXX"), "intake");
            assertThat(nowhere.statusCode()).isEqualTo(422);
            assertThat(json(nowhere).get("code").asString()).isEqualTo("UNKNOWN_POST");
            assertThat(json(nowhere).get("citation").asString()).isNotBlank();
            service.kill();
        }
        try (var service = PackagedService.start("local", folder, "--consular.samples=false")) {
            var again = service.send(
                    "POST", CASES, Requests.registration(number, "MNL"), "intake", "Idempotency-Key", "key-1");
            assertThat(again.statusCode()).isEqualTo(201);
            assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
            HttpCase.assertRepeats(again, json(first));

            var reused = service.send(
                    "POST",
                    CASES,
                    Requests.registration(Requests.caseNumber(), "MNL"),
                    "intake",
                    "Idempotency-Key",
                    "key-1");
            assertThat(reused.statusCode()).isEqualTo(422);
            assertThat(json(reused).get("code").asString()).isEqualTo("IDEMPOTENCY_KEY_REUSED");

            assertThat(service.get(CASES + "/" + caseId, "auditor")
                            .get("version")
                            .asLong())
                    .isEqualTo(1);
        }
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
