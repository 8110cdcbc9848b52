package consular.cases.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CommandName;
import consular.cases.web.Api;
import consular.cases.web.DeadLettersInMemory;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpMethod;

/** Real answers are as the description has them, and its examples are understood. */
class DescribedAnswersTest extends DescriptionTestBase {
    @Test
    void the_question_what_if_has_an_example_that_would_be_understood() {
        var content = bodyOf(CASES + "/{caseId}/what-if");
        var example = content.get("examples").get("example").get("value");
        assertThat(Conformance.faults(example, content.get("schema"), document)).isEmpty();
        var path = api.register("MNL2024000001", "MNL");
        api.apply(path).isStatus(200);
        api.refuse(path).isStatus(200);
        var answer = api.as("officer-a").post(path + "/what-if", example.toString());
        assertThat(answer.isStatus(200).json().get("outcomes"))
                .hasSize(2)
                .allSatisfy(outcome ->
                        assertThat(outcome.get("accepted").booleanValue()).isTrue());
    }

    @Test
    void a_batch_is_answered_as_described_and_its_example_would_be_understood() {
        var path = "/api/v1/commands:batch";
        var content = bodyOf(path);
        var example = content.get("examples").get("example").get("value");
        assertThat(Conformance.faults(example, content.get("schema"), document)).isEmpty();
        var checks = new ArrayList<String>();
        var first = api.post(path, example.toString());
        conforms(first, "post", path, checks);
        // of the case that it names by its id nothing is on record here
        assertThat(first.json().get("outcomes"))
                .extracting(outcome -> outcome.get("status").intValue())
                .containsExactly(201, 200, 404);
        conforms(api.post(path, example.toString()), "post", path, checks);
        cases.failWith(new DataAccessResourceFailureException("away"));
        conforms(api.post(path, "{\"items\": [" + example.at("/items/2") + "]}"), "post", path, checks);
        assertThat(checks).isEmpty();
    }

    /** Real answers against the schemas that speak of them. */
    @Test
    void answers_are_as_described() {
        var path = api.register("MNL2024000001", "MNL");
        api.apply(path);
        var refused = api.refuse(path);
        api.as("supervisor-a")
                .post(path + "/commands/SelectForReview", "{\"refusalId\": \"R1\"}")
                .isStatus(200);
        var checks = new ArrayList<String>();
        conforms(refused, "post", pathOf(CommandName.Refuse221g), checks);
        conforms(api.get(path), "get", CASES + "/{caseId}", checks);
        conforms(api.as("officer-a").post(path + "/what-if", """
            {"commands": [{"command": "AddCaseNote", "body": {"text": "x"}},
                          {"command": "IssueVisa", "body": {"applicantId": "a1"}}]}\
            """), "post", CASES + "/{caseId}/what-if", checks);
        for (var below : List.of("/events", "/deadlines", "/commands")) {
            conforms(api.get(path + below), "get", CASES + "/{caseId}" + below, checks);
        }
        conforms(api.get("/api/v1/posts"), "get", "/api/v1/posts", checks);
        conforms(
                api.get("/api/v1/posts/LND/calendar?from=2024-01-01&to=2024-01-31"),
                "get",
                "/api/v1/posts/{code}/calendar",
                checks);
        var example =
                bodyOf("/api/v1/quasi-refusals").get("examples").get("example").get("value");
        var quasi = api.as("officer-a")
                .post("/api/v1/quasi-refusals", example.toString())
                .isStatus(201)
                .header("Location");
        conforms(api.get(quasi), "get", "/api/v1/quasi-refusals/{quasiRefusalId}", checks);
        conforms(
                api.as("officer-a")
                        .post(quasi + "/commands/LinkApplication", """
                            {"caseId": "%s", "applicantId": "a1"}\
                            """.formatted(path.substring(CASES.length() + 1))),
                "post",
                "/api/v1/quasi-refusals/{quasiRefusalId}/commands/LinkApplication",
                checks);
        conforms(
                api.as("admin").post(quasi + "/commands/ErasePersonalData", """
                    {"level": "KEY", "authority": "DAA-0059-2020-0003"}\
                    """),
                "post",
                "/api/v1/quasi-refusals/{quasiRefusalId}/commands/ErasePersonalData",
                checks);
        conforms(api.get("/api/v1/events"), "get", "/api/v1/events", checks);
        conforms(api.get("/api/v1/rule-sets"), "get", "/api/v1/rule-sets", checks);
        conforms(api.get("/api/v1/rules?limit=500"), "get", "/api/v1/rules", checks);
        conforms(api.get("/api/v1/rules/R-TRM-06"), "get", "/api/v1/rules/{id}", checks);
        var admin = api.as("admin");
        for (var below : List.of("comparison", "status")) {
            conforms(
                    admin.get("/api/v1/admin/read-models/" + below),
                    "get",
                    "/api/v1/admin/read-models/" + below,
                    checks);
        }
        conforms(
                admin.send(HttpMethod.POST, "/api/v1/admin/read-models/rebuild", null),
                "post",
                "/api/v1/admin/read-models/rebuild",
                checks);
        conforms(
                admin.send(HttpMethod.POST, "/api/v1/admin/keys/rotate", null),
                "post",
                "/api/v1/admin/keys/rotate",
                checks);
        conforms(api.as("auditor").get("/api/v1/audit/accesses"), "get", "/api/v1/audit/accesses", checks);
        var letters = "/api/v1/admin/dead-letters";
        var one = letters + "/read-models/" + DeadLettersInMemory.CASE;
        conforms(admin.get(letters), "get", letters, checks);
        conforms(
                admin.send(HttpMethod.POST, one + "/retry", null),
                "post",
                letters + "/{processor}/{sequence}/retry",
                checks);
        conforms(
                admin.post(one + "/evict", "{\"reason\": \"x\"}"),
                "post",
                letters + "/{processor}/{sequence}/evict",
                checks);
        conforms(api.get("/api/v1/simulation/clock"), "get", "/api/v1/simulation/clock", checks);
        assertThat(checks).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"third-country-national", "automatic-revalidation"})
    void the_examples_of_a_screening_are_answered_as_described(String screening) {
        var path = "/api/v1/screenings/" + screening;
        var content = bodyOf(path);
        assertThat(content.get("examples")).isNotEmpty();
        var checks = new ArrayList<String>();
        for (var example : content.get("examples")) {
            var body = example.get("value");
            checks.addAll(Conformance.faults(body, content.get("schema"), document));
            conforms(api.post(path, body.toString()), "post", path, checks);
        }
        assertThat(checks).isEmpty();
    }

    private void conforms(Api.Answer answer, String method, String path, List<String> faults) {
        answer.isStatus(200);
        var schema = document.get("paths")
                .get(path)
                .get(method)
                .get("responses")
                .get("200")
                .get("content")
                .get("application/json")
                .get("schema");
        Conformance.faults(answer.json(), schema, document).forEach(fault -> faults.add(path + fault));
    }

    @Test
    void the_checker_itself_finds_faults() {
        var schema = document.get("components").get("schemas").get("Problem");
        assertThat(Conformance.faults(api.get("/api/v1/nothing").json(), schema, document))
                .isEmpty();
        assertThat(Conformance.faults(api.get("/api/v1/posts").json(), schema, document))
                .isNotEmpty();
    }
}
