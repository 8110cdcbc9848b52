package consular.cases.service.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One case, registered and carried on over HTTP. */
record HttpCase(PackagedService service, String id) {
    static HttpCase register(PackagedService service, String post) {
        var answer =
                service.send("POST", "/api/v1/cases", Requests.registration(Requests.caseNumber(), post), "intake");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return new HttpCase(service, json(answer).get("caseId").asString());
    }

    String path() {
        return "/api/v1/cases/" + id;
    }

    HttpResponse<String> give(String user, String command, String body, String... headers) {
        return service.send("POST", path() + "/commands/" + command, body, user, headers);
    }

    /** Executes the principal's application. */
    HttpCase applied() {
        return accepted(give("intake", "ApplyForVisa", """
            {"applicantId": "a1", "form": "DS-260", "fee": {"paid": true, "place": "NVC"}}\
            """));
    }

    /** Refuses the principal for want of a birth certificate. */
    HttpCase refused() {
        return accepted(give("officer-a", "Refuse221g", """
            {"applicantId": "a1", "reasons": [{"annotation": "Or BC"}]}\
            """));
    }

    private HttpCase accepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return this;
    }

    JsonNode view() {
        return service.get(path(), "auditor");
    }

    JsonNode events() {
        return items("/events");
    }

    /** The items of a list below the case, as the auditor reads it. */
    JsonNode items(String below) {
        return service.get(path() + below + "?limit=500", "auditor").get("items");
    }

    /** The rows of a read model that are about this case, read as it is now. */
    JsonNode rows(String readModel) {
        var page = service.get("/api/v1/" + readModel + "?limit=500", "auditor");
        var rows = JsonMapper.shared().createArrayNode();
        page.get("items")
                .valueStream()
                .filter(row -> row.get("caseId").asString().equals(id))
                .forEach(rows::add);
        return rows;
    }

    /** That an answer repeats one which may have come before the place of its events was known. */
    static void assertRepeats(HttpResponse<String> again, JsonNode first) {
        var repeated = json(again);
        if (first.path("position").isNull()) {
            ((ObjectNode) repeated).putNull("position");
        }
        assertThat(repeated).isEqualTo(first);
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JsonMapper.shared().readTree(answer.body());
    }
}
