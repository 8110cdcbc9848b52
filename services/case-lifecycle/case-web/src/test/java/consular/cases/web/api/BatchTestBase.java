package consular.cases.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.web.Api;
import consular.cases.web.WebTestBase;
import tools.jackson.databind.JsonNode;

/** A test that gives many commands in one request. */
abstract class BatchTestBase extends WebTestBase {
    static final String BATCH = "/api/v1/commands:batch";
    static final String NOTE = "{\"text\": \"called the applicant\"}";
    static final String APPLICATION = """
        {"applicantId": "a1", "form": "DS-260", "fee": {"paid": true, "receipt": "R1", "place": "NVC"}}\
        """;

    Api.Answer give(String user, String... items) {
        return api.as(user).post(BATCH, "{\"items\": [" + String.join(", ", items) + "]}");
    }

    JsonNode outcomes(String user, String... items) {
        return give(user, items).isStatus(200).json().get("outcomes");
    }

    /** An item; {@code reference} is the member that names the case, with its comma. */
    static String item(String key, String command, String reference, String body) {
        return """
            {"command": "%s", %s "idempotencyKey": "%s", "body": %s}\
            """.formatted(command, reference, key, body);
    }

    static String onCase(String path) {
        return "\"caseId\": \"" + path.substring(CASES.length() + 1) + "\",";
    }

    static String numbered(String number) {
        return "\"caseNumber\": \"" + number + "\",";
    }

    static String codeOf(JsonNode outcome) {
        return outcome.get("body").path("code").asString("none");
    }

    static void isOutcome(JsonNode outcome, int status, String code) {
        assertThat(outcome.get("status").intValue()).as(outcome.toString()).isEqualTo(status);
        assertThat(codeOf(outcome)).as(outcome.toString()).isEqualTo(code);
    }
}
