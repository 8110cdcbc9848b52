package consular.cases.web.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import consular.cases.domain.CommandName;
import consular.cases.domain.law.RejectionCode;
import consular.cases.web.Api;
import consular.cases.web.WebTestBase;
import consular.cases.web.api.CommandBodies;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** The description describes what there is, all of it, as it is. */
class ApiDescriptionTest extends WebTestBase {
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mappings;

    private JsonNode document = NullNode.getInstance();

    @BeforeEach
    void fetch() {
        document = api.as("").get("/v3/api-docs").isStatus(200).json();
    }

    private JsonNode at(String reference) {
        var node = document.at(reference.substring(1));
        assertThat(node.isMissingNode()).as(reference).isFalse();
        return node;
    }

    private static String pathOf(CommandName name) {
        return name == CommandName.RegisterCase ? CASES : CASES + "/{caseId}/commands/" + name;
    }

    private JsonNode post(CommandName name) {
        return document.get("paths").get(pathOf(name)).get("post");
    }

    @Test
    void it_is_openapi_3_1_and_has_a_page_that_anybody_may_open() {
        assertThat(document.get("openapi").stringValue()).startsWith("3.1");
        assertThat(document.get("info").get("description").stringValue()).contains("RFC 9457");
        assertThat(document.get("components").get("securitySchemes").propertyNames())
                .containsExactlyInAnyOrder("basic", "bearer");
        api.as("").get("/v3/api-docs.yaml").isStatus(200);
        api.as("").get("/swagger-ui/index.html").isStatus(200);
        api.as("").get("/swagger-ui.html").isStatus(302);
    }

    @ParameterizedTest
    @EnumSource
    void every_command_is_an_operation_with_an_example_that_would_be_accepted(CommandName name) {
        var operation = post(name);
        assertThat(operation.get("operationId").stringValue()).isEqualTo(name.name());
        assertThat(operation.get("summary").stringValue()).isNotBlank();
        var content = operation.get("requestBody").get("content").get("application/json");
        var example = content.get("examples").get("example").get("value");
        var given = CommandBodies.bind(name, (ObjectNode) example);
        assertThat(given.command()).isInstanceOf(name.type());
        assertThat(Conformance.faults(example, content.get("schema"), document)).isEmpty();
        assertThat(Conformance.faults(
                        ((ObjectNode) example.deepCopy()).put("extra", 1), content.get("schema"), document))
                .isNotEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void every_command_names_its_headers_parameters_and_problems(CommandName name) {
        var operation = post(name);
        assertThat(operation.get("parameters"))
                .extracting(parameter -> parameter.get("$ref").stringValue())
                .contains(
                        "#/components/parameters/Idempotency-Key",
                        "#/components/parameters/If-Match",
                        "#/components/parameters/dryRun");
        var responses = operation.get("responses");
        assertThat(responses.propertyNames())
                .contains("400", "401", "403", "406", "409", "412", "413", "415", "422", "500", "503")
                .doesNotContain("429");
        assertThat(responses.has("404")).isEqualTo(name != CommandName.RegisterCase);
        assertThat(responses
                        .get(name == CommandName.RegisterCase ? "201" : "200")
                        .get("headers")
                        .propertyNames())
                .contains("ETag", "Case-Version", "Idempotency-Replayed");
    }

    @Test
    void the_question_what_if_has_an_example_that_would_be_understood() {
        var content = document.get("paths")
                .get(CASES + "/{caseId}/what-if")
                .get("post")
                .get("requestBody")
                .get("content")
                .get("application/json");
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
    void every_rejection_of_the_law_is_some_commands() {
        var named = new HashSet<String>();
        for (var name : CommandName.values()) {
            post(name)
                    .get("responses")
                    .get("422")
                    .get("content")
                    .get("application/problem+json")
                    .get("examples")
                    .propertyNames()
                    .forEach(named::add);
        }
        document.get("paths")
                .get("/api/v1/quasi-refusals")
                .get("post")
                .get("responses")
                .get("422")
                .get("content")
                .get("application/problem+json")
                .get("examples")
                .propertyNames()
                .forEach(named::add);
        assertThat(named)
                .containsAll(Arrays.stream(RejectionCode.values())
                        .map(RejectionCode::name)
                        .toList());
    }

    @Test
    void every_example_of_a_problem_is_one() {
        var examples = document.findValues("application/problem+json");
        assertThat(examples).hasSizeGreaterThan(300);
        for (var media : examples) {
            for (var example : media.get("examples")) {
                assertThat(Conformance.faults(example.get("value"), media.get("schema"), document))
                        .isEmpty();
            }
        }
    }

    @Test
    void every_path_is_described_and_every_description_has_its_path() {
        var real = new TreeSet<String>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/v1"))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> real.add(method.name().toLowerCase(Locale.ROOT) + " " + path))));
        // one controller takes all of them
        assertThat(real.remove("post " + CASES + "/{caseId}/commands/{command}"))
                .isTrue();
        for (var name : CommandName.values()) {
            real.add("post " + pathOf(name));
        }
        var described = new TreeSet<String>();
        document.get("paths")
                .properties()
                .forEach(path ->
                        path.getValue().propertyNames().forEach(method -> described.add(method + " " + path.getKey())));
        assertThat(described).isEqualTo(real);
    }

    @Test
    void every_reference_leads_somewhere_and_every_operation_has_its_own_name() {
        for (var reference : document.findValuesAsString("$ref")) {
            at(reference);
        }
        var ids = document.findValuesAsString("operationId");
        assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(40);
    }

    @Test
    void path_parameters_are_declared() {
        document.get("paths")
                .properties()
                .forEach(path -> path.getValue().forEach(operation -> {
                    for (var name : List.of("caseId", "code")) {
                        var used = path.getKey().contains("{" + name + "}");
                        var declared = operation
                                .path("parameters")
                                .valueStream()
                                .anyMatch(parameter ->
                                        parameter.path("$ref").asString("").equals("#/components/parameters/" + name));
                        assertThat(declared).as(path.getKey() + " " + name).isEqualTo(used);
                    }
                }));
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
        var example = document.get("paths")
                .get("/api/v1/quasi-refusals")
                .get("post")
                .get("requestBody")
                .get("content")
                .get("application/json")
                .get("examples")
                .get("example")
                .get("value");
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
        conforms(api.get("/api/v1/simulation/clock"), "get", "/api/v1/simulation/clock", checks);
        assertThat(checks).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"third-country-national", "automatic-revalidation"})
    void the_examples_of_a_screening_are_answered_as_described(String screening) {
        var path = "/api/v1/screenings/" + screening;
        var content = document.get("paths")
                .get(path)
                .get("post")
                .get("requestBody")
                .get("content")
                .get("application/json");
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
