package consular.cases.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A quasi-refusal on the packaged service (scenario G-38): kept for ever, in the log, and counted nowhere. */
class QuasiRefusalIT {
    private static final String QUASI_REFUSALS = "/api/v1/quasi-refusals";
    private static final String ASKED = """
        {"post": "MNL", "ground": "212(a)(6)(E)", "explanation": "told of the provision", "lookout": true,
         "person": {"familyName": "Reyes", "givenName": "Ana", "dateOfBirth": "1990-01-02", "nationality": "PH"}}
        """;

    @Test
    void is_kept_in_the_log_and_counts_nowhere(@TempDir Path folder) {
        String location;
        try (var service = PackagedService.start("simulation", folder)) {
            setClock("2023-10-16T10:00:00+08:00", service);
            var first = service.send("POST", QUASI_REFUSALS, ASKED, "officer-a", "Idempotency-Key", "asked-1");
            assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
            location = first.headers().firstValue("Location").orElseThrow();
            var again = service.send("POST", QUASI_REFUSALS, ASKED, "officer-a", "Idempotency-Key", "asked-1");
            assertThat(again.headers().firstValue("Idempotency-Replayed")).hasValue("true");
            assertThat(json(again)).isEqualTo(json(first));
            assertThat(json(first).get("position").isNull()).isFalse();

            // answers only once the read models have passed by its events, and found nothing that would be due
            assertThat(setClock("2025-10-20T10:00:00+08:00", service)
                            .get("fired")
                            .asInt())
                    .isZero();
            for (var list : List.of("reviews", "fee-windows", "decisions-due", "terminations", "advisory-opinions")) {
                assertThat(service.get("/api/v1/" + list, "auditor").get("items"))
                        .as(list)
                        .isEmpty();
            }
            var rebuilt = service.send("POST", "/api/v1/admin/read-models/rebuild", null, "admin");
            assertThat(rebuilt.statusCode()).as(rebuilt.body()).isEqualTo(200);
            assertThat(json(rebuilt).get("cases").asInt()).isZero();

            assertThat(service.get("/api/v1/events", "auditor")
                            .get("items")
                            .valueStream()
                            .map(event -> event.get("type").asString()))
                    .containsExactly(
                            "InquiryReceived",
                            "ApparentIneligibilityExplained",
                            "QuasiRefusalRecorded",
                            "LookoutEntered");
            service.kill();
        }
        try (var service = PackagedService.start("simulation", folder)) {
            setClock("2025-10-21T10:00:00+08:00", service);
            assertThat(service.get(location, "auditor").get("state").asString()).isEqualTo("QUASI_RECORDED");
            var link = location + "/commands/LinkApplication";
            var applied = apply(service);
            assertThat(service.send("POST", link, applied, "officer-a").statusCode())
                    .isEqualTo(200);
            assertThat(service.get(location, "auditor").get("state").asString()).isEqualTo("FORMAL_APPLICATION");
            var second = service.send("POST", link, applied, "officer-a");
            assertThat(second.statusCode()).isEqualTo(422);
            assertThat(json(second).get("code").asString()).isEqualTo("ALREADY_FORMAL");
            assertThat(service.get(location, "dashboard").get("code").asString())
                    .isEqualTo("FORBIDDEN_ROLE");
        }
    }

    @Test
    void its_lookout_reaches_class_once_an_endpoint_is_there(@TempDir Path folder) throws Exception {
        String location;
        try (var service = PackagedService.start("simulation", folder)) {
            setClock("2023-10-16T10:00:00+08:00", service);
            var answer = service.send("POST", QUASI_REFUSALS, ASKED, "officer-a");
            location = answer.headers().firstValue("Location").orElseThrow();
            assertThat(classEntry(location, service)).isEqualTo("QUEUED");
            service.kill();
        }
        var drop = folder.resolve("class");
        try (var service = PackagedService.start(
                "simulation", folder, "--consular.class.drop-directory=" + drop, "--consular.class.pause=PT0.1S")) {
            var patience = Instant.now().plusSeconds(60);
            while (classEntry(location, service).equals("QUEUED")
                    && Instant.now().isBefore(patience)) {
                Thread.sleep(100);
            }
            assertThat(classEntry(location, service)).isEqualTo("SENT");
            var id = location.substring(location.lastIndexOf('/') + 1);
            var entry = JsonMapper.shared().readTree(Files.readString(drop.resolve(id + "-ENTRY.json")));
            assertThat(entry.get("kind").asString()).isEqualTo("QUASI");
            // it has its place in the log a moment after it is stored
            while (!types(service).getLast().equals("LookoutAcknowledged")
                    && Instant.now().isBefore(patience)) {
                Thread.sleep(100);
            }
            assertThat(types(service)).endsWith("LookoutEntered", "LookoutAcknowledged");
        }
    }

    private static List<String> types(PackagedService service) {
        return service.get("/api/v1/events", "auditor")
                .get("items")
                .valueStream()
                .map(event -> event.get("type").asString())
                .toList();
    }

    private static String classEntry(String location, PackagedService service) {
        return service.get(location, "auditor").get("classEntry").get("state").asString();
    }

    private static String apply(PackagedService service) {
        var registered =
                service.send("POST", "/api/v1/cases", Requests.registration(Requests.caseNumber(), "MNL"), "intake");
        var caseId = json(registered).get("caseId").asString();
        var applied = service.send("POST", "/api/v1/cases/" + caseId + "/commands/ApplyForVisa", """
            {"applicantId": "a1", "form": "DS-260", "fee": {"paid": true, "receipt": "N1", "place": "NVC"}}
            """, "intake");
        assertThat(applied.statusCode()).as(applied.body()).isEqualTo(200);
        return "{\"caseId\": \"" + caseId + "\", \"applicantId\": \"a1\"}";
    }

    private static JsonNode setClock(String now, PackagedService service) {
        var answer = service.send("PUT", "/api/v1/simulation/clock", "{\"now\": \"" + now + "\"}", "admin");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return json(answer);
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
