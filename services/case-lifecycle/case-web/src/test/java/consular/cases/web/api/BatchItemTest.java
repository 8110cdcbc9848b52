package consular.cases.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CommandName;
import consular.cases.web.Api;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** An item of a batch is let in and answered as the command would be alone. */
class BatchItemTest extends BatchTestBase {
    @ParameterizedTest
    @EnumSource
    void every_command_is_let_in_and_answered_as_alone_whoever_gives_it(CommandName name) {
        var body = example(name);
        var users = List.of(
                "intake",
                "officer-a",
                "supervisor-a",
                "visa-office",
                "auditor",
                "dashboard",
                "admin",
                "officer-cdj",
                "supervisor-x");
        for (var i = 0; i < users.size(); i++) {
            var user = users.get(i);
            var alone = alone(name, user, body, i);
            var together = together(name, user, body, i);
            assertThat(together.get("status").intValue())
                    .as(name + " by " + user + ": " + together)
                    .isEqualTo(alone.result().getResponse().getStatus());
            assertThat(codeOf(together)).isEqualTo(alone.json().path("code").asString("none"));
            assertThat(together.get("body").path("detail"))
                    .isEqualTo(alone.json().path("detail"));
            assertThat(together.get("body").path("errors"))
                    .isEqualTo(alone.json().path("errors"));
            assertThat(together.get("body").propertyNames())
                    .isEqualTo(alone.json().propertyNames());
        }
    }

    private String example(CommandName name) {
        var path = name == CommandName.RegisterCase ? CASES : CASES + "/{caseId}/commands/" + name;
        return api.as("")
                .get("/v3/api-docs")
                .json()
                .get("paths")
                .get(path)
                .at("/post/requestBody/content/application~1json/examples/example/value")
                .toString();
    }

    private Api.Answer alone(CommandName name, String user, String body, int round) {
        return name == CommandName.RegisterCase
                ? api.as(user).post(CASES, body.replace("MNL2024012345", "A" + round))
                : api.as(user).post(refused("C" + round) + "/commands/" + name, body);
    }

    private JsonNode together(CommandName name, String user, String body, int round) {
        var item = name == CommandName.RegisterCase
                ? item("k", "RegisterCase", "", body.replace("MNL2024012345", "B" + round))
                : item("k", name.name(), onCase(refused("D" + round)), body);
        return outcomes(user, item).get(0);
    }

    private String refused(String number) {
        var path = api.register(number, "MNL");
        api.apply(path).isStatus(200);
        api.refuse(path).isStatus(200);
        return path;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
        7                                                                                           |
        {}                                                                                          | /command
        {"command": 7, "caseId": "CASE", "idempotencyKey": "k", "body": {}}                         | /command
        {"command": "AddCaseNote", "idempotencyKey": "k", "body": NOTE}                             | /caseId
        {"command": "AddCaseNote", "caseId": "CASE", "caseNumber": "M1", "idempotencyKey": "k", "body": NOTE} | /caseId
        {"command": "AddCaseNote", "caseId": "CASE", "body": NOTE}                                  | /idempotencyKey
        {"command": "AddCaseNote", "caseId": "CASE", "idempotencyKey": "with space", "body": NOTE}  | /idempotencyKey
        {"command": "AddCaseNote", "caseId": "CASE", "idempotencyKey": "k"}                         | /body
        {"command": "AddCaseNote", "caseId": "CASE", "idempotencyKey": "k", "body": []}             | /body
        {"command": "AddCaseNote", "caseId": "CASE", "idempotencyKey": "k", "body": NOTE, "expectedVersion": "1"} | /expectedVersion
        {"command": "AddCaseNote", "caseId": "CASE", "idempotencyKey": "k", "body": NOTE, "expectedVersion": -1} | /expectedVersion
        {"command": "AddCaseNote", "caseId": "CASE", "idempotencyKey": "k", "body": NOTE, "expectedVersion": 99999999999999999999} | /expectedVersion
        {"command": "AddCaseNote", "caseId": "CASE", "idempotencyKey": "k", "body": NOTE, "effectiveAt": "2024-03-05T04:00:00Z"} | /effectiveAt
        """)
    void an_item_that_makes_no_sense_says_where_and_the_next_is_done(String item, @Nullable String pointer) {
        var path = api.register("MNL2024000001", "MNL");
        var outcomes = outcomes(
                "officer-a",
                item.replace("CASE", path.substring(CASES.length() + 1)).replace("NOTE", NOTE),
                item("good", "AddCaseNote", onCase(path), NOTE));
        isOutcome(outcomes.get(0), 400, "MALFORMED_REQUEST");
        assertThat(outcomes.get(0).at("/body/instance").stringValue()).isEqualTo(BATCH + "#/items/0");
        assertThat(outcomes.get(0).at("/body/errors").valueStream())
                .anySatisfy(error ->
                        assertThat(error.get("pointer").stringValue()).isEqualTo(pointer == null ? "" : pointer));
        isOutcome(outcomes.get(1), 200, "none");
    }

    @Test
    void a_registration_names_no_other_case_and_comes_under_the_right_of_its_post() {
        var registration = Api.registration("MNL2024000001", "MNL");
        var outcomes = outcomes("intake", item("k1", "RegisterCase", numbered("X1"), registration));
        isOutcome(outcomes.get(0), 400, "MALFORMED_REQUEST");
        isOutcome(
                outcomes("officer-a", item("k1", "RegisterCase", "", registration))
                        .get(0),
                403,
                "FORBIDDEN_ROLE");
        assertThat(cases.head()).isZero();
    }

    @Test
    void whoever_may_not_give_a_command_learns_nothing_of_its_form_or_case() {
        var path = api.register("MNL2024000001", "MNL");
        var bad = "{\"command\": \"AddCaseNote\", " + onCase(path) + " \"body\": 7}";
        isOutcome(outcomes("auditor", bad).get(0), 403, "FORBIDDEN_ROLE");
        isOutcome(outcomes("officer-cdj", bad).get(0), 403, "FORBIDDEN_POST");
        var foreign = outcomes("officer-cdj", item("k", "AddCaseNote", numbered("MNL2024000001"), NOTE))
                .get(0);
        isOutcome(foreign, 403, "FORBIDDEN_POST");
        assertThat(foreign.toString()).doesNotContain(path.substring(path.lastIndexOf('/') + 1));
        assertThat(outcomes("auditor", item("k", "AddCaseNote", numbered("MNL2024000001"), NOTE)))
                .isEqualTo(outcomes("auditor", item("k", "AddCaseNote", numbered("MNL2024999999"), NOTE)));
        isOutcome(
                outcomes("officer-a", item("k", "Frobnicate", onCase(path), NOTE))
                        .get(0),
                404,
                "NOT_FOUND");
        give("", item("k", "AddCaseNote", onCase(path), NOTE)).isProblem(401, "UNAUTHENTICATED");
    }
}
