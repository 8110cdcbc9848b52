package consular.cases.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a rule set would move, asked of the packaged service before and after it took effect. */
class RuleSetEffectsIT {
    private static final String REPORT = "/api/v1/reports/rule-set-effects?from=2019-07-23&to=2024-06-21";

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
    void the_report_tells_which_clock_of_which_open_case_would_move_and_the_case_why() {
        setClock("2024-03-05T10:00:00+08:00");
        var touched = register();
        send(touched + "/commands/NotifyVisaAvailability", "{\"transmittedOn\": \"2024-03-01\"}", 200);
        send(touched + "/commands/RecordRetrogression", "{\"from\": \"2024-03-02\"}", 200);
        var untouched = register();
        send(untouched + "/commands/NotifyVisaAvailability", "{\"transmittedOn\": \"2024-03-01\"}", 200);

        // the read models take cases side by side: having seen the later one does not mean having seen the other
        assertThat(service.awaitSeen(REPORT + atLeast(touched, 3), "supervisor-a")
                        .statusCode())
                .isEqualTo(200);
        var seen = REPORT + atLeast(untouched, 2) + "&post=MNL";
        assertThat(service.awaitSeen(seen, "supervisor-a").statusCode()).isEqualTo(200);
        var first = service.get(seen + "&limit=1", "supervisor-a");
        var second = service.get(seen + "&limit=1&after=" + first.get("next").asString(), "supervisor-a");
        assertThat(first.get("items")).hasSize(1);
        assertThat(second.get("items")).hasSize(1);
        var all = service.get(seen, "supervisor-a").get("items");
        assertThat(all).hasSize(2).allSatisfy(row -> {
            assertThat(touched).endsWith(row.get("caseId").asString());
            assertThat(row.get("from").get("state").asString()).isEqualTo("RUNNING");
            assertThat(row.get("to").get("state").asString()).isEqualTo("STOPPED");
        });

        var both = service.get(touched + "/rule-set-effects?from=2019-07-23&to=2024-06-21", "auditor");
        assertThat(both.get("moved")).hasSize(2);
        assertThat(both.get("from")
                        .get("state")
                        .get("registration")
                        .get("terminateFrom")
                        .asString())
                .isEqualTo("2025-03-02");

        setClock("2025-03-05T10:00:00+08:00");
        assertThat(service.get(touched, "auditor")
                        .get("registration")
                        .get("state")
                        .asString())
                .isEqualTo("TERMINATED");
        var ended = service.get(touched + "/rule-set-effects?to=2024-06-21", "auditor");
        assertThat(ended.get("from")
                        .get("state")
                        .get("registration")
                        .get("state")
                        .asString())
                .isEqualTo("TERMINATED");
        assertThat(ended.get("to").get("state").get("registration").get("state").asString())
                .isEqualTo("ACTIVE");
    }

    private static String atLeast(String path, int version) {
        return "&atLeast=" + path.substring(path.lastIndexOf('/') + 1) + ":" + version;
    }

    private static String register() {
        var registered = send("/api/v1/cases", Requests.registration(Requests.caseNumber(), "MNL"), 201);
        return "/api/v1/cases/" + registered.get("caseId").asString();
    }

    private static void setClock(String now) {
        var answer = service.send("PUT", "/api/v1/simulation/clock", "{\"now\": \"" + now + "\"}", "admin");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static JsonNode send(String path, String body, int status) {
        var answer = service.send("POST", path, body, "intake");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        return JsonMapper.shared().readTree(answer.body());
    }
}
