package consular.cases.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What would follow, asked of the packaged service, and then lived through. */
class WhatIfIT {
    private static final String DAY_AFTER_A_YEAR = "2025-03-10T12:00:00+08:00";

    @TempDir
    private static Path folder;

    private static PackagedService service;

    @BeforeAll
    static void start() {
        service = PackagedService.start("simulation", folder);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void nothing_is_stored_and_what_was_told_comes_true() {
        setClock("2024-03-05T10:00:00+08:00");
        var registered = send("/api/v1/cases", Requests.registration(Requests.caseNumber(), "MNL"), "intake", 201);
        var path = "/api/v1/cases/" + registered.get("caseId").asString();
        send(path + "/commands/ApplyForVisa", """
            {"applicantId": "a1", "form": "DS-260", "fee": {"paid": true, "receipt": "N1", "place": "NVC"}}
            """, "intake", 200);
        var before = service.get(path, "auditor");
        var head = log();

        var told = send(path + "/what-if", """
            {"commands": [{"command": "Refuse221g",
                           "body": {"applicantId": "a1", "reasons": [{"annotation": "Or BC"}]}}],
             "until": "%s"}
            """.formatted(DAY_AFTER_A_YEAR), "officer-a", 200);
        assertThat(told.get("outcomes").get(0).get("accepted").asBoolean()).isTrue();
        assertThat(told.get("state").get("registration").get("state").asString())
                .isEqualTo("TERMINATED");
        assertThat(service.get(path, "auditor")).isEqualTo(before);
        assertThat(log()).isEqualTo(head);

        send(path + "/commands/Refuse221g", """
            {"applicantId": "a1", "reasons": [{"annotation": "Or BC"}]}
            """, "officer-a", 200);
        setClock(DAY_AFTER_A_YEAR);
        assertThat(service.get(path, "auditor")).isEqualTo(told.get("state"));
        assertThat(service.get(path + "/deadlines?limit=500", "auditor").get("items"))
                .isEqualTo(told.get("deadlines"));
    }

    private static JsonNode log() {
        return service.get("/api/v1/events?limit=500", "auditor").get("items");
    }

    private static void setClock(String now) {
        var answer = service.send("PUT", "/api/v1/simulation/clock", "{\"now\": \"" + now + "\"}", "admin");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static JsonNode send(String path, String body, String user, int status) {
        var answer = service.send("POST", path, body, user);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body());
    }
}
